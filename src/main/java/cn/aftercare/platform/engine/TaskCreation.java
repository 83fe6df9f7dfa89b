package cn.aftercare.platform.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;

/** Does something for every user task the moment it appears, whatever model it stands in. */
public interface TaskCreation {

    void created(DelegateTask task);
}
