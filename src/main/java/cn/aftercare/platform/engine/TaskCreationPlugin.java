package cn.aftercare.platform.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Calls every {@link TaskCreation} for every user task, so that no model has to name them. */
@Component
class TaskCreationPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskCreation> creations;

    TaskCreationPlugin(ObjectProvider<TaskCreation> creations) {
        this.creations = creations;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineExtensions.add(engine, new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                ((UserTaskActivityBehavior) activity.getActivityBehavior())
                        .getTaskDefinition()
                        .addTaskListener(TaskListener.EVENTNAME_CREATE, TaskCreationPlugin.this::created);
            }
        });
    }

    private void created(DelegateTask task) {
        // Asked for only now: they need the engine this plugin helps to build.
        creations.orderedStream().forEach(creation -> creation.created(task));
    }
}
