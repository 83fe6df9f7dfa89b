package cn.aftercare.training.process;

import cn.aftercare.platform.engine.SystemAccess;
import cn.aftercare.training.Training;
import cn.aftercare.training.app.TrainingFlow;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts the instances of trainings nobody started by hand. */
@Component
class EngineTrainingFlow implements TrainingFlow {

    private final RuntimeService runtime;
    private final SystemAccess system;
    private final TrainingVariables variables;

    EngineTrainingFlow(RuntimeService runtime, SystemAccess system, TrainingVariables variables) {
        this.runtime = runtime;
        this.system = system;
        this.variables = variables;
    }

    @Override
    public void start(Training training) {
        system.run(() -> runtime.createMessageCorrelation(OwnerTrainingProcess.DUE)
                .processInstanceBusinessKey(training.number())
                .setVariables(variables.of(training))
                .correlateStartMessage());
    }
}
