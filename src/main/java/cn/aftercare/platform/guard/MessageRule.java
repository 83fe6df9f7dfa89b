package cn.aftercare.platform.guard;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;

/** A process waits for exactly the messages the code sends it. */
final class MessageRule implements ModelRule {

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        Set<String> known = code.contracts().values().stream()
                .flatMap(c -> c.messages().stream())
                .collect(Collectors.toSet());
        for (ProcessModel p : models.processes()) {
            Set<String> awaited = new HashSet<>();
            for (MessageEventDefinition definition : p.all(MessageEventDefinition.class)) {
                FlowNode event = (FlowNode) definition.getParentElement();
                if (event instanceof CatchEvent) {
                    message(p, event, definition.getMessage(), code, awaited, findings);
                } else if (definition.getMessage() != null
                        && !known.contains(definition.getMessage().getName())) {
                    findings.element(
                            p, event, "没有流程声明接收消息 " + definition.getMessage().getName());
                }
            }
            for (ReceiveTask task : p.all(ReceiveTask.class)) {
                message(p, task, task.getMessage(), code, awaited, findings);
            }
            code.contract(p)
                    .ifPresent(contract -> contract.messages().stream()
                            .filter(name -> !awaited.contains(name))
                            .forEach(name -> findings.element(
                                    p,
                                    p.process(),
                                    "程序会发送消息 " + name + "（" + ContractRule.nameOf(contract) + "），流程里没有接收它的事件")));
        }
    }

    private static void message(
            ProcessModel p, FlowNode node, Message message, CodeFacts code, Set<String> awaited, Findings findings) {
        if (message == null || message.getName() == null || message.getName().isBlank()) {
            findings.element(p, node, "没有选择要等待的消息");
            return;
        }
        awaited.add(message.getName());
        code.contract(p)
                .filter(c -> !c.messages().contains(message.getName()))
                .ifPresent(c -> findings.element(
                        p, node, "消息 " + message.getName() + " 没有在 " + ContractRule.nameOf(c) + " 中声明，没有人会发送它"));
    }
}
