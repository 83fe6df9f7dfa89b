package cn.aftercare.platform.guard;

import cn.aftercare.platform.model.ModelSources;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** All models and forms of a run, parsed; what cannot be parsed is a finding, not an exception. */
public final class ModelSet {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<ProcessModel> processes = new ArrayList<>();
    private final List<DecisionModel> decisions = new ArrayList<>();
    private final List<FormModel> forms = new ArrayList<>();
    private final Findings unreadable = new Findings();

    private ModelSet() {}

    public static ModelSet of(ModelSources sources) {
        return parse(sources.models(), sources.forms());
    }

    /** Parses files given by bare file name. */
    public static ModelSet parse(Map<String, byte[]> models, Map<String, byte[]> forms) {
        ModelSet set = new ModelSet();
        models.forEach((file, content) -> {
            try {
                if (file.endsWith(".bpmn")) {
                    set.addProcess(file, content);
                } else {
                    set.decisions.add(new DecisionModel(
                            file, Dmn.readModelFromStream(new ByteArrayInputStream(content)), xml(content)));
                }
            } catch (ModelException | IOException | SAXException | ParserConfigurationException e) {
                set.unreadable.file(file, "文件读不出来：" + reason(e));
            }
        });
        forms.forEach(set::addForm);
        return set;
    }

    private void addProcess(String file, byte[] content)
            throws IOException, SAXException, ParserConfigurationException {
        BpmnModelInstance model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
        List<Process> found = List.copyOf(model.getModelElementsByType(Process.class));
        if (found.size() != 1) {
            unreadable.file(file, "一个文件只能有一个流程，这里有 " + found.size() + " 个");
        }
        if (!found.isEmpty()) {
            processes.add(new ProcessModel(file, found.get(0), model, xml(content)));
        }
    }

    private void addForm(String file, byte[] content) {
        try {
            JsonNode root = JSON.readTree(content);
            forms.add(new FormModel(file, root));
        } catch (IOException e) {
            unreadable.file(file, "表单不是有效的 JSON:" + reason(e));
        }
    }

    private static Document xml(byte[] content) throws ParserConfigurationException, IOException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
    }

    private static String reason(Exception e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
    }

    public List<ProcessModel> processes() {
        return Collections.unmodifiableList(processes);
    }

    public List<DecisionModel> decisions() {
        return Collections.unmodifiableList(decisions);
    }

    public List<FormModel> forms() {
        return Collections.unmodifiableList(forms);
    }

    List<Finding> unreadable() {
        return unreadable.sorted();
    }

    Optional<ProcessModel> process(String key) {
        return processes.stream().filter(p -> p.key().equals(key)).findFirst();
    }

    Optional<Decision> decision(String key) {
        return decisions.stream()
                .flatMap(d -> d.decisions().stream())
                .filter(d -> d.getId().equals(key))
                .findFirst();
    }

    Optional<FormModel> form(String formId) {
        return forms.stream().filter(f -> f.formId().equals(formId)).findFirst();
    }

    /** How many decisions there are, in all files. */
    int decisionCount() {
        return decisions.stream().mapToInt(d -> d.decisions().size()).sum();
    }
}
