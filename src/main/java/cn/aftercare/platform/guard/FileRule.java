package cn.aftercare.platform.guard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.dmn.instance.Decision;

/** A file is named after its key, is executable and says how long its history is kept. */
final class FileRule implements ModelRule {

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        models.processes().forEach(p -> process(p, findings));
        Map<String, String> owners = new HashMap<>();
        for (DecisionModel file : models.decisions()) {
            decisions(file, findings);
            for (Decision decision : file.decisions()) {
                String other = owners.putIfAbsent(decision.getId(), file.file());
                if (other != null) {
                    findings.element(file.file(), decision.getId(), decision.getName(), "决策 key 在 " + other + " 中已经用过");
                }
            }
        }
    }

    private static void process(ProcessModel p, Findings findings) {
        if (!p.file().equals(p.key() + ".bpmn")) {
            findings.element(p, p.process(), "文件名应与流程 key 相同：" + p.key() + ".bpmn");
        }
        if (!p.process().isExecutable()) {
            findings.element(p, p.process(), "流程没有设为可执行（isExecutable）");
        }
        if (blank(p.process().getCamundaHistoryTimeToLiveString())) {
            findings.element(p, p.process(), "缺少 camunda:historyTimeToLive（历史保留时间）");
        }
    }

    private static void decisions(DecisionModel file, Findings findings) {
        List<Decision> decisions = List.copyOf(file.decisions());
        if (decisions.isEmpty()) {
            findings.file(file.file(), "文件里没有决策");
            return;
        }
        String base = file.file().replaceFirst("\\.dmn$", "");
        String key = decisions.size() == 1 ? decisions.get(0).getId() : file.requirementsKey();
        if (!base.equals(key)) {
            findings.file(file.file(), "文件名应与决策 key 相同：" + key + ".dmn");
        }
        for (Decision decision : decisions) {
            if (blank(decision.getCamundaHistoryTimeToLiveString())) {
                findings.element(
                        file.file(), decision.getId(), decision.getName(), "缺少 camunda:historyTimeToLive（历史保留时间）");
            }
            if (decision.getExpression() == null) {
                findings.element(file.file(), decision.getId(), decision.getName(), "决策没有决策表");
            }
        }
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
