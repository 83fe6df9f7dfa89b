package cn.aftercare.platform.guard;

import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/** What people read on an element. */
final class Names {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private Names() {}

    /** The name on one line, or empty. */
    static String of(BaseElement element) {
        String name = element.getAttributeValue("name");
        return name == null ? "" : name.replaceAll("\\s+", " ").strip();
    }

    static boolean chinese(String text) {
        return text != null && HAN.matcher(text).find();
    }
}
