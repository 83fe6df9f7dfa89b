package cn.aftercare.substitution.process;

import cn.aftercare.organisation.app.Deputies;
import cn.aftercare.platform.engine.TaskCreation;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A task for somebody who is away comes to the substitute; before anybody else hears of the task. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TasksOfAbsent implements TaskCreation {

    private final ObjectProvider<Deputies> deputies;

    TasksOfAbsent(ObjectProvider<Deputies> deputies) {
        this.deputies = deputies;
    }

    @Override
    public void created(DelegateTask task) {
        String assignee = task.getAssignee();
        if (assignee != null && task.getTenantId() != null) {
            deputies.getObject().deputyOf(assignee, task.getTenantId()).ifPresent(deputy -> {
                task.setOwner(assignee);
                task.setAssignee(deputy);
            });
        }
    }
}
