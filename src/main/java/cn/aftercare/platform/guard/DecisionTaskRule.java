package cn.aftercare.platform.guard;

import cn.aftercare.platform.model.ProcessContract;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InformationRequirement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;

/** A decision exists, is fed from declared variables, and its result goes somewhere. */
final class DecisionTaskRule implements ModelRule {

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        for (ProcessModel p : models.processes()) {
            for (BusinessRuleTask task : p.all(BusinessRuleTask.class)) {
                if (task.getCamundaDecisionRef() != null) {
                    task(p, task, models, code, findings);
                }
            }
        }
    }

    private static void task(
            ProcessModel p, BusinessRuleTask task, ModelSet models, CodeFacts code, Findings findings) {
        Optional<Decision> decision = models.decision(task.getCamundaDecisionRef());
        if (decision.isEmpty()) {
            findings.element(p, task, "决策不存在：" + task.getCamundaDecisionRef());
        }
        if (task.getCamundaDecisionRefBinding() != null
                && !task.getCamundaDecisionRefBinding().equals("latest")) {
            findings.element(p, task, "决策只能绑定最新版本（decisionRefBinding=latest）");
        }
        boolean mapped = task.getExtensionElements() != null
                && !task.getExtensionElements()
                        .getChildElementsByType(CamundaInputOutput.class)
                        .isEmpty();
        if (task.getCamundaResultVariable() == null
                && !mapped
                && TaskFormRule.endListeners(task).isEmpty()) {
            findings.element(p, task, "决策结果没有去处，缺少 camunda:resultVariable");
        }
        Optional<ProcessContract> contract = code.contract(p);
        if (decision.isPresent() && contract.isPresent()) {
            Set<String> inputs = new TreeSet<>();
            inputs(decision.get(), inputs, new HashSet<>());
            inputs.removeAll(contract.get().variables());
            for (String input : inputs) {
                findings.element(
                        p,
                        task,
                        "决策 " + task.getCamundaDecisionRef() + " 的输入 " + input + " 没有在 "
                                + ContractRule.nameOf(contract.get()) + " 中声明");
            }
        }
    }

    /** Variables a decision and the decisions below it need from outside. */
    private static void inputs(Decision decision, Set<String> inputs, Set<String> seen) {
        if (!seen.add(decision.getId())) {
            return;
        }
        Set<String> own = new TreeSet<>();
        if (decision.getExpression() instanceof DecisionTable table) {
            for (Input input : table.getInputs()) {
                if (input.getInputExpression() != null
                        && input.getInputExpression().getText() != null) {
                    own.addAll(names(input.getInputExpression().getText().getTextContent()));
                }
            }
        } else if (decision.getExpression() instanceof LiteralExpression literal && literal.getText() != null) {
            own.addAll(names(literal.getText().getTextContent()));
        }
        for (InformationRequirement requirement : decision.getInformationRequirements()) {
            Decision required = requirement.getRequiredDecision();
            if (required != null) {
                own.removeAll(results(required));
                inputs(required, inputs, seen);
            }
        }
        inputs.addAll(own);
    }

    private static Set<String> results(Decision decision) {
        Set<String> results = new HashSet<>();
        results.add(decision.getId());
        if (decision.getVariable() != null) {
            results.add(decision.getVariable().getName());
        }
        if (decision.getExpression() instanceof DecisionTable table) {
            table.getOutputs().forEach(o -> results.add(o.getName()));
        }
        return results;
    }

    private static Set<String> names(String text) {
        return Expressions.present(text) ? Expressions.names(text) : Expressions.bareNames(text);
    }
}
