package cn.aftercare.platform.guard;

import cn.aftercare.platform.form.FormKeys;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;

/** Every user task has a form, and one completion that reads exactly what the form submits. */
final class TaskFormRule implements ModelRule {

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        Set<String> used = new HashSet<>();
        for (ProcessModel p : models.processes()) {
            for (UserTask task : p.all(UserTask.class)) {
                if (task.getCamundaFormKey() == null) {
                    findings.element(p, task, "用户任务缺少表单（camunda:formKey）");
                }
                form(
                        p,
                        task,
                        task.getCamundaFormKey(),
                        task.getCamundaFormRef(),
                        FormKeys.OF_TASK,
                        models,
                        code,
                        used,
                        findings);
            }
            for (StartEvent start : p.all(StartEvent.class)) {
                form(
                        p,
                        start,
                        start.getCamundaFormKey(),
                        start.getCamundaFormRef(),
                        FormKeys.OF_START,
                        models,
                        code,
                        used,
                        findings);
            }
        }
        models.forms().stream()
                .filter(f -> !used.contains(f.formId()))
                .forEach(f -> findings.file(f.file(), "没有任何流程使用这张表单"));
    }

    private static void form(
            ProcessModel p,
            FlowNode node,
            String formKey,
            String formRef,
            Pattern pattern,
            ModelSet models,
            CodeFacts code,
            Set<String> used,
            Findings findings) {
        if (formRef != null) {
            findings.element(p, node, "不使用 camunda:formRef，请用 camunda:formKey");
        }
        if (formKey == null) {
            return;
        }
        Matcher key = pattern.matcher(formKey);
        if (!key.matches()) {
            String expected = pattern == FormKeys.OF_TASK
                    ? "camunda-forms:/forms/<表单>/${task.id}/caseNo（或 commitmentId 等）"
                    : "camunda-forms:/forms/<表单>";
            findings.element(p, node, "formKey 应为 " + expected + "，现在是 " + formKey);
            return;
        }
        String formId = key.group(1);
        used.add(formId);
        List<CodeFacts.Completion> completions = endListeners(node).stream()
                .map(bean -> code.completions().get(bean))
                .filter(c -> c != null)
                .toList();
        if (completions.size() != 1) {
            findings.element(
                    p, node, "表单 " + formId + " 需要恰好一个 end 监听器（*Completed）接收填写内容，现在有 " + completions.size() + " 个");
        }
        for (CodeFacts.Completion completion : completions) {
            if (!completion.formId().equals(formId)) {
                findings.element(p, node, "表单是 " + formId + "，监听器接收的却是表单 " + completion.formId());
                return;
            }
        }
        models.form(formId)
                .ifPresentOrElse(
                        f -> completions.forEach(c -> fields(f, c, findings)),
                        () -> findings.element(p, node, "表单文件 " + formId + ".form 不存在"));
    }

    static List<String> endListeners(FlowNode node) {
        ExtensionElements extensions = node.getExtensionElements();
        Collection<CamundaExecutionListener> listeners =
                extensions == null ? List.of() : extensions.getChildElementsByType(CamundaExecutionListener.class);
        return listeners.stream()
                .filter(l -> "end".equals(l.getCamundaEvent()))
                .map(l -> Expressions.simpleName(l.getCamundaDelegateExpression()))
                .filter(bean -> bean != null)
                .toList();
    }

    private static void fields(FormModel form, CodeFacts.Completion completion, Findings findings) {
        Set<String> unknown = new TreeSet<>(form.inputKeys());
        unknown.removeAll(completion.fields());
        for (String key : unknown) {
            findings.element(form.file(), key, "", "程序不接收这个字段，填写的内容会丢失（只展示的字段请设为 disabled）");
        }
        Set<String> missing = new TreeSet<>(completion.fields());
        missing.removeAll(form.inputKeys());
        for (String key : missing) {
            findings.element(form.file(), key, "", "程序要读取这个字段，表单里却没有（或已 disabled）");
        }
    }
}
