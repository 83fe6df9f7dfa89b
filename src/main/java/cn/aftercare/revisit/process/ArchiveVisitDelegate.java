package cn.aftercare.revisit.process;

import cn.aftercare.revisit.app.VisitClosing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Draws up and files the visit record. */
@Component
class ArchiveVisitDelegate implements JavaDelegate {

    private final VisitClosing closing;

    ArchiveVisitDelegate(VisitClosing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.archiveRecord(execution.getProcessBusinessKey());
    }
}
