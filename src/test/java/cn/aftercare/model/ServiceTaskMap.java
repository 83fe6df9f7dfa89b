package cn.aftercare.model;

import cn.aftercare.platform.guard.CodeFacts;
import cn.aftercare.platform.guard.ModelSet;
import cn.aftercare.platform.guard.ProcessModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Writes the map from what analysts see in the models to the code behind it. */
final class ServiceTaskMap {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");
    private static final Pattern FORM = Pattern.compile("camunda-forms:/forms/([^/]+).*");
    private static final Pattern JAVADOC = Pattern.compile("/\\*\\*((?:[^*]|\\*(?!/))*)\\*/");
    private static final Pattern REQUIREMENT = Pattern.compile("R-\\d+(?:\\.\\.\\d+)?");

    private final ModelSet models;
    private final CodeFacts code;
    private final Map<String, Path> files = new TreeMap<>();

    ServiceTaskMap(ModelSet models, CodeFacts code) throws IOException {
        this.models = models;
        this.code = code;
        for (String root : List.of("processes", "forms")) {
            try (Stream<Path> all = Files.walk(Path.of(root))) {
                all.filter(Files::isRegularFile)
                        .forEach(f -> files.put(f.getFileName().toString(), f));
            }
        }
    }

    /** The whole page; paths are relative to {@code docs/}. */
    String markdown() throws IOException {
        StringBuilder page = new StringBuilder("# 流程与代码对照表\n\n"
                + "由模型和代码生成，请勿手工修改；重新生成：`mvn test -Dtest=ServiceTaskMapTest -Daftercare.regenerate=true`\n");
        List<ProcessModel> processes = models.processes().stream()
                .sorted(Comparator.comparing(ProcessModel::key))
                .toList();
        for (ProcessModel p : processes) {
            page.append("\n## ")
                    .append(p.process().getName())
                    .append(" `")
                    .append(p.key())
                    .append("`\n\n");
            page.append("模型：")
                    .append(fileLink(p.file()))
                    .append("；契约：")
                    .append(contract(p))
                    .append("\n\n");
            page.append("| 元素 | 名称 | 类型 | 实现 | 代码 | 依据 |\n|---|---|---|---|---|---|\n");
            for (FlowNode node : inOrder(p)) {
                for (Row row : rows(node)) {
                    page.append(row.markdown());
                }
            }
        }
        return page.append(forms()).toString();
    }

    /** All nodes in the order of the file, which is about the order they are read in. */
    private static List<FlowNode> inOrder(ProcessModel p) {
        List<FlowNode> nodes = new ArrayList<>();
        collect(p.process(), p.process().getDomElement(), nodes);
        return nodes;
    }

    private static void collect(Process process, DomElement element, List<FlowNode> nodes) {
        String id = element.getAttribute("id");
        if (id != null && process.getModelInstance().getModelElementById(id) instanceof FlowNode node) {
            nodes.add(node);
        }
        element.getChildElements().forEach(child -> collect(process, child, nodes));
    }

    private record Row(FlowNode node, String kind, String what, String link, String requirements) {

        String markdown() {
            String name = node.getName() == null ? "" : node.getName().replaceAll("\\s+", " ");
            return "| `" + node.getId() + "` | " + name + " | " + kind + " | " + what + " | " + link + " | "
                    + requirements + " |\n";
        }
    }

    private List<Row> rows(FlowNode node) throws IOException {
        List<Row> rows = new ArrayList<>();
        if (node instanceof ServiceTask task) {
            rows.add(bean(node, "服务任务", task.getCamundaDelegateExpression()));
        } else if (node instanceof SendTask task) {
            rows.add(bean(node, "发送任务", task.getCamundaDelegateExpression()));
        } else if (node instanceof BusinessRuleTask task) {
            rows.add(
                    task.getCamundaDecisionRef() == null
                            ? bean(node, "规则任务", task.getCamundaDelegateExpression())
                            : new Row(node, "决策", "`" + task.getCamundaDecisionRef() + "`", decision(task), ""));
        } else if (node instanceof CallActivity call) {
            rows.add(new Row(
                    node,
                    "调用流程",
                    "`" + call.getCalledElement() + "`",
                    fileLink(call.getCalledElement() + ".bpmn"),
                    ""));
        } else if (node instanceof UserTask task) {
            rows.add(form(node, "用户任务", task.getCamundaFormKey()));
        } else if (node instanceof StartEvent start && start.getCamundaFormKey() != null) {
            rows.add(form(node, "启动表单", start.getCamundaFormKey()));
        }
        for (MessageEventDefinition message : node.getChildElementsByType(MessageEventDefinition.class)) {
            if (message.getCamundaDelegateExpression() != null) {
                rows.add(bean(node, "发送消息", message.getCamundaDelegateExpression()));
            }
        }
        for (CamundaExecutionListener l : extensions(node, CamundaExecutionListener.class)) {
            String kind = code.completions().containsKey(beanName(l.getCamundaDelegateExpression())) ? "表单提交" : "监听器";
            rows.add(bean(node, kind + "（" + l.getCamundaEvent() + "）", l.getCamundaDelegateExpression()));
        }
        for (CamundaTaskListener l : extensions(node, CamundaTaskListener.class)) {
            rows.add(bean(node, "任务监听器（" + l.getCamundaEvent() + "）", l.getCamundaDelegateExpression()));
        }
        return rows;
    }

    private static <T extends ModelElementInstance> List<T> extensions(FlowNode node, Class<T> type) {
        return node.getExtensionElements() == null
                ? List.of()
                : List.copyOf(node.getExtensionElements().getChildElementsByType(type));
    }

    private Row bean(FlowNode node, String kind, String expression) throws IOException {
        String bean = beanName(expression);
        Class<?> type = code.beans().get(bean);
        return type == null
                ? new Row(node, kind, "`" + bean + "`", "", "")
                : new Row(node, kind, "`" + bean + "`", classLink(type), requirements(type));
    }

    private Row form(FlowNode node, String kind, String formKey) {
        Matcher m = FORM.matcher(formKey == null ? "" : formKey);
        String formId = m.matches() ? m.group(1) : "";
        return new Row(node, kind, "`" + formId + "`", fileLink(formId + ".form"), "");
    }

    private static String beanName(String expression) {
        Matcher m = BEAN.matcher(expression == null ? "" : expression);
        return m.matches() ? m.group(1) : "";
    }

    private String decision(BusinessRuleTask task) {
        return models.decisions().stream()
                .filter(d -> d.decisions().stream().anyMatch(x -> x.getId().equals(task.getCamundaDecisionRef())))
                .map(d -> fileLink(d.file()))
                .findFirst()
                .orElse("");
    }

    private String contract(ProcessModel p) {
        return code.contracts().containsKey(p.key())
                ? classLink(code.contracts().get(p.key()).getClass())
                : "";
    }

    private String forms() throws IOException {
        StringBuilder table = new StringBuilder("\n## 表单\n\n| 表单 | 提交处理 | 字段 | 依据 |\n|---|---|---|---|\n");
        Map<String, Map.Entry<String, CodeFacts.Completion>> byForm = code.completions().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getValue().formId(), Function.identity(), (a, b) -> a, TreeMap::new));
        for (String formId :
                models.forms().stream().map(f -> f.formId()).sorted().toList()) {
            Map.Entry<String, CodeFacts.Completion> completion = byForm.get(formId);
            table.append("| ").append(fileLink(formId + ".form")).append(" | ");
            if (completion != null) {
                Class<?> type = code.beans().get(completion.getKey());
                String fields = new TreeSet<>(completion.getValue().fields())
                        .stream().map(f -> "`" + f + "`").collect(Collectors.joining(" "));
                table.append(classLink(type))
                        .append(" | ")
                        .append(fields)
                        .append(" | ")
                        .append(requirements(type));
            } else {
                table.append(" |  | ");
            }
            table.append(" |\n");
        }
        return table.toString();
    }

    private String fileLink(String file) {
        Path path = files.get(file);
        return path == null ? "`" + file + "`" : "[" + file + "](../" + slashes(path) + ")";
    }

    private static String classLink(Class<?> type) {
        return "[" + type.getSimpleName() + "](../" + slashes(source(type)) + ")";
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static Path source(Class<?> type) {
        return SOURCES.resolve(type.getName().replaceFirst("\\$.*", "").replace('.', '/') + ".java");
    }

    /** The requirements named in the Javadoc right before the class. */
    private static String requirements(Class<?> type) throws IOException {
        Path file = source(type);
        if (!Files.exists(file)) {
            return "";
        }
        String text = Files.readString(file);
        Matcher declaration = Pattern.compile("\\b(?:class|record|enum) " + type.getSimpleName() + "\\b")
                .matcher(text);
        String head = declaration.find() ? text.substring(0, declaration.start()) : text;
        String doc = JAVADOC.matcher(head)
                .results()
                .reduce((a, b) -> b)
                .map(r -> r.group(1))
                .orElse("");
        return REQUIREMENT.matcher(doc).results().map(r -> r.group()).distinct().collect(Collectors.joining(", "));
    }
}
