package cn.aftercare.platform.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/** Collects what the rules find; the same finding counts once. */
final class Findings {

    private final TreeSet<Finding> all = new TreeSet<>();

    void add(Finding finding) {
        all.add(finding);
    }

    void file(String file, String problem) {
        add(new Finding(file, "", "", problem));
    }

    void element(ProcessModel model, BaseElement element, String problem) {
        add(new Finding(model.file(), nonNull(element.getId()), Names.of(element), problem));
    }

    void element(String file, String id, String name, String problem) {
        add(new Finding(file, nonNull(id), nonNull(name), problem));
    }

    List<Finding> sorted() {
        return new ArrayList<>(all);
    }

    private static String nonNull(String text) {
        return text == null ? "" : text;
    }
}
