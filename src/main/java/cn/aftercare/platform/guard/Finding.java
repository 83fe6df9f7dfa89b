package cn.aftercare.platform.guard;

import java.util.Comparator;

/**
 * One disagreement between a model and the code, or a broken convention.
 *
 * @param element id of the element, empty when the whole file is meant
 * @param name Chinese name of the element, may be empty
 * @param problem what is missing or wrong, in Chinese
 */
public record Finding(String file, String element, String name, String problem) implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::file).thenComparing(Finding::element).thenComparing(Finding::problem);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }

    /** {@code file · element id (中文名) · what is missing or wrong}, as analysts read it. */
    @Override
    public String toString() {
        String where = name.isBlank() ? element : element + " (" + name + ")";
        return where.isBlank() ? file + " · " + problem : file + " · " + where + " · " + problem;
    }
}
