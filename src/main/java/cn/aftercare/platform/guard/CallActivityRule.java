package cn.aftercare.platform.guard;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;

/** A called process exists, gets the case number as business key, and both sides know the mapped variables. */
final class CallActivityRule implements ModelRule {

    private static final String BUSINESS_KEY = "#{execution.processBusinessKey}";

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        for (ProcessModel p : models.processes()) {
            p.all(CallActivity.class).forEach(call -> call(p, call, models, code, findings));
        }
    }

    private static void call(ProcessModel p, CallActivity call, ModelSet models, CodeFacts code, Findings findings) {
        String called = call.getCalledElement();
        Optional<ProcessModel> target = called == null ? Optional.empty() : models.process(called);
        if (target.isEmpty()) {
            findings.element(p, call, "调用的流程不存在：" + (called == null ? "（未填）" : called));
        }
        if (call.getCamundaCalledElementBinding() != null
                && !call.getCamundaCalledElementBinding().equals("latest")) {
            findings.element(p, call, "调用流程只能绑定最新版本（calledElementBinding=latest）");
        }
        Collection<CamundaIn> ins = extensions(call, CamundaIn.class);
        boolean keyed = ins.stream()
                .map(CamundaIn::getCamundaBusinessKey)
                .anyMatch(k -> k != null && k.replaceAll("\\s+", "").equals(BUSINESS_KEY));
        if (!keyed) {
            findings.element(p, call, "没有传递业务编号：<camunda:in businessKey=\"" + BUSINESS_KEY + "\" />");
        }
        Optional<ProcessContract> caller = code.contract(p);
        Optional<ProcessContract> callee = target.flatMap(code::contract);
        for (CamundaIn in : ins) {
            if (in.getCamundaBusinessKey() == null) {
                mapping(p, call, in.getCamundaVariables(), in.getCamundaTarget(), findings);
                names(in.getCamundaSource(), in.getCamundaSourceExpression())
                        .forEach(n -> declared(p, call, n, caller, findings));
                names(in.getCamundaTarget(), null).forEach(n -> declared(p, call, n, callee, findings));
            }
        }
        for (CamundaOut out : extensions(call, CamundaOut.class)) {
            mapping(p, call, out.getCamundaVariables(), out.getCamundaTarget(), findings);
            names(out.getCamundaSource(), out.getCamundaSourceExpression())
                    .forEach(n -> declared(p, call, n, callee, findings));
            names(out.getCamundaTarget(), null).forEach(n -> declared(p, call, n, caller, findings));
        }
    }

    private static <T extends BpmnModelElementInstance> Collection<T> extensions(CallActivity call, Class<T> type) {
        return call.getExtensionElements() == null
                ? List.of()
                : call.getExtensionElements().getChildElementsByType(type);
    }

    private static void mapping(ProcessModel p, CallActivity call, String variables, String target, Findings findings) {
        if (variables != null) {
            findings.element(p, call, "映射要逐个写出变量，不能 variables=\"" + variables + "\"");
        } else if (target == null || target.isBlank()) {
            findings.element(p, call, "映射缺少目标变量（target）");
        }
    }

    private static Set<String> names(String variable, String expression) {
        if (variable != null) {
            return Set.of(variable);
        }
        if (expression == null) {
            return Set.of();
        }
        Set<String> names = Expressions.names(expression);
        names.remove("execution");
        return names;
    }

    private static void declared(
            ProcessModel p, CallActivity call, String name, Optional<ProcessContract> contract, Findings findings) {
        contract.filter(c -> !c.variables().contains(name))
                .ifPresent(c -> findings.element(p, call, "变量 " + name + " 没有在 " + ContractRule.nameOf(c) + " 中声明"));
    }
}
