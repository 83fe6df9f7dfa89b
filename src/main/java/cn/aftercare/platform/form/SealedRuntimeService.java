package cn.aftercare.platform.form;

import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;

/** A person starts a process with the fields of its form. */
class SealedRuntimeService extends RuntimeServiceImpl {

    private final FormSeal seal;

    SealedRuntimeService(FormSeal seal) {
        this.seal = seal;
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceById(String processDefinitionId) {
        return FormStart.byId(commandExecutor, seal, processDefinitionId, false);
    }

    @Override
    public ProcessInstantiationBuilder createProcessInstanceByKey(String processDefinitionKey) {
        return FormStart.byKey(commandExecutor, seal, processDefinitionKey);
    }
}
