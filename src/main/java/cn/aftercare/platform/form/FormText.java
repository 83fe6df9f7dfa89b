package cn.aftercare.platform.form;

import org.jspecify.annotations.Nullable;

/** Builds the text on top of a form. What people typed can neither format it nor compute in it. */
public final class FormText {

    private final StringBuilder text = new StringBuilder();

    /** One line "label: value"; nothing if there is no value. */
    public FormText line(String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            text.append("**").append(label).append("** ").append(plain(value)).append("  \n");
        }
        return this;
    }

    /** A link within this application. */
    public FormText link(String label, String path) {
        text.append('[').append(label).append("](").append(path).append(")  \n");
        return this;
    }

    /** Backslashes before everything markdown, HTML or a template could read something into. */
    private static String plain(String value) {
        return value.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]{}()<>#+.!|~&=-])", "\\\\$1");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
