package cn.aftercare.repair.process;

import cn.aftercare.platform.engine.TaskCreation;
import cn.aftercare.platform.model.ModelProperties;
import cn.aftercare.repair.Stage;
import cn.aftercare.repair.app.RepairCases;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A user task names in its property {@code stage} where the case stands while it is open. */
@Component
class StageOfTask implements TaskCreation {

    private final ObjectProvider<RepairCases> cases;

    StageOfTask(ObjectProvider<RepairCases> cases) {
        this.cases = cases;
    }

    @Override
    public void created(DelegateTask task) {
        ModelProperties.of(task.getBpmnModelElementInstance(), ModelProperties.STAGE)
                .ifPresent(stage ->
                        cases.getObject().stage(task.getExecution().getProcessBusinessKey(), Stage.valueOf(stage)));
    }
}
