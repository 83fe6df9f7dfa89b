package cn.aftercare.platform.guard;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** The BPMN errors of a process are those its contract declares. */
final class ErrorCodeRule implements ModelRule {

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        for (ProcessModel p : models.processes()) {
            Set<String> used = new HashSet<>();
            for (ErrorEventDefinition definition : p.all(ErrorEventDefinition.class)) {
                if (definition.getParentElement() instanceof FlowNode event) {
                    error(p, event, definition.getError(), code, used, findings);
                }
            }
            code.contract(p)
                    .ifPresent(contract -> contract.errors().stream()
                            .filter(e -> !used.contains(e))
                            .forEach(e -> findings.element(
                                    p,
                                    p.process(),
                                    "程序会抛出错误 " + e + "（" + ContractRule.nameOf(contract) + "），流程里没有处理它的事件")));
        }
    }

    private static void error(
            ProcessModel p, FlowNode event, Error error, CodeFacts code, Set<String> used, Findings findings) {
        if (error == null
                || error.getErrorCode() == null
                || error.getErrorCode().isBlank()) {
            findings.element(p, event, "没有选择错误，或错误没有 errorCode");
            return;
        }
        used.add(error.getErrorCode());
        code.contract(p)
                .filter(c -> !c.errors().contains(error.getErrorCode()))
                .ifPresent(c -> findings.element(
                        p, event, "错误 " + error.getErrorCode() + " 没有在 " + ContractRule.nameOf(c) + " 中声明"));
    }
}
