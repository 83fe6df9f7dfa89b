package cn.aftercare.platform.form;

import cn.aftercare.platform.engine.EngineExtensions;
import cn.aftercare.problem.NotPermittedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.stereotype.Component;

/**
 * Puts the {@link FormSeal} wherever a person can reach the engine: Tasklist, Cockpit and {@code /engine-rest} all call
 * its services. Changing variables, sending messages and moving instances is already refused by the authorizations.
 */
@Component
class FormSealPlugin extends AbstractProcessEnginePlugin {

    /** Being able to work on a task, or to start a process, is enough for these; all of them go around the form. */
    private static final Set<Class<?>> AROUND_THE_FORM = Set.of(
            StartProcessInstanceAtActivitiesCmd.class,
            HandleTaskBpmnErrorCmd.class,
            HandleTaskEscalationCmd.class,
            ResolveTaskCmd.class);

    /** They ask for no permission at all; files belong to the pages of their case, which do. */
    private static final Set<Class<?>> ATTACHMENTS =
            Set.of(CreateAttachmentCmd.class, SaveAttachmentCmd.class, DeleteAttachmentCmd.class);

    private final FormSeal seal;

    FormSealPlugin(FormSeal seal) {
        this.seal = seal;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setTaskService(new SealedTaskService(seal));
        engine.setFormService(new SealedFormService(seal));
        engine.setRuntimeService(new SealedRuntimeService(seal));
        EngineExtensions.add(engine, new CommandInterceptor() {
            @Override
            public <T> T execute(Command<T> command) {
                Authentication login = engine.getIdentityService().getCurrentAuthentication();
                if (AROUND_THE_FORM.contains(command.getClass()) && FormSeal.binds(login)) {
                    throw FormSeal.refused();
                }
                if (ATTACHMENTS.contains(command.getClass()) && FormSeal.person(login)) {
                    throw new NotPermittedException("任务不保存附件,请在案件等页面上传和删除附件");
                }
                return next.execute(command);
            }
        });
        EngineExtensions.add(engine, new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity process) {
                // Built in, because a start may ask for other listeners to be skipped.
                process.addBuiltInListener(
                        ExecutionListener.EVENTNAME_START, (ExecutionListener) FormSealPlugin.this::started, 0);
            }
        });
    }

    /** What a person starts begins at its start form; called processes are their caller's business. */
    private void started(DelegateExecution execution) {
        boolean called = execution.getSuperExecution() != null;
        if (!called
                && FormSeal.binds(execution
                        .getProcessEngineServices()
                        .getIdentityService()
                        .getCurrentAuthentication())) {
            StartEvent start = execution.getBpmnModelInstance().getModelElementById(execution.getCurrentActivityId());
            // Looked at as they came: reading them would already build whatever object a caller named.
            Map<String, Object> submitted = new HashMap<>();
            execution.getVariableNames().forEach(name -> submitted.put(name, execution.getVariableTyped(name, false)));
            seal.check(start.getCamundaFormKey(), submitted);
        }
    }
}
