package cn.aftercare.repair.process;

import cn.aftercare.repair.app.Closing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Draws up and files the warranty record. */
@Component
class ArchiveRecordDelegate implements JavaDelegate {

    private final Closing closing;

    ArchiveRecordDelegate(Closing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.archiveRecord(execution.getProcessBusinessKey());
    }
}
