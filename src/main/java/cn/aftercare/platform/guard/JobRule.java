package cn.aftercare.platform.guard;

import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;

/** Jobs are retried, and there is no save point in front of something that only waits. */
final class JobRule implements ModelRule {

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        for (ProcessModel p : models.processes()) {
            for (FlowNode node : p.all(FlowNode.class)) {
                boolean before = node.isCamundaAsyncBefore() || "true".equals(camunda(node, "async"));
                boolean loop = node instanceof Activity activity
                        && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics m
                        && (m.isCamundaAsyncBefore() || m.isCamundaAsyncAfter());
                boolean timer =
                        !node.getChildElementsByType(TimerEventDefinition.class).isEmpty();
                boolean job = before || after(node) || loop || timer;
                if (job && !code.defaultRetryCycle() && !hasRetry(node)) {
                    findings.element(p, node, "异步或定时元素没有重试周期（camunda:failedJobRetryTimeCycle）");
                }
                if (before && waits(node)) {
                    findings.element(p, node, "等待的元素之前不设保存点（asyncBefore）");
                }
            }
        }
    }

    /** The model API throws when asked that of an event-based gateway, which has no such thing. */
    private static boolean after(FlowNode node) {
        return !(node instanceof EventBasedGateway) && node.isCamundaAsyncAfter();
    }

    private static boolean waits(FlowNode node) {
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof EventBasedGateway
                || node instanceof IntermediateCatchEvent;
    }

    private static boolean hasRetry(FlowNode node) {
        return node.getExtensionElements() != null
                && !node.getExtensionElements()
                        .getChildElementsByType(CamundaFailedJobRetryTimeCycle.class)
                        .isEmpty();
    }

    private static String camunda(FlowNode node, String attribute) {
        return node.getAttributeValueNs(ProcessModel.CAMUNDA, attribute);
    }
}
