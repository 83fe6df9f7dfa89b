package cn.aftercare.platform.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A user task is offered to roles of the case's unit or of headquarters; a single person only by variable. */
final class AssignmentRule implements ModelRule {

    private static final Pattern GROUP = Pattern.compile("(?:\\$\\{unit}|hq)-([a-z-]+)");

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        for (ProcessModel p : models.processes()) {
            for (UserTask task : p.all(UserTask.class)) {
                groups(p, task, code, findings);
                String assignee = task.getCamundaAssignee();
                if (assignee != null && Expressions.simpleName(assignee) == null) {
                    findings.element(p, task, "camunda:assignee 只能是 ${变量}，现在是 " + assignee);
                }
                if (task.getCamundaCandidateUsers() != null) {
                    findings.element(p, task, "不使用 camunda:candidateUsers，请用 candidateGroups");
                }
            }
        }
    }

    private static void groups(ProcessModel p, UserTask task, CodeFacts code, Findings findings) {
        String groups = task.getCamundaCandidateGroups();
        if (groups == null || groups.isBlank()) {
            findings.element(p, task, "用户任务缺少 camunda:candidateGroups（由哪个岗位办理）");
            return;
        }
        for (String group : groups.split(",", -1)) {
            Matcher m = GROUP.matcher(group.strip());
            if (!m.matches()) {
                findings.element(p, task, "候选组应为 ${unit}-<岗位> 或 hq-<岗位>，现在是 " + group.strip());
            } else if (!code.roles().contains(m.group(1))) {
                findings.element(p, task, "没有岗位 " + m.group(1));
            }
        }
    }
}
