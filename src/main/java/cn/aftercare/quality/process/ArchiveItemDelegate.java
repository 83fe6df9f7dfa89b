package cn.aftercare.quality.process;

import cn.aftercare.quality.app.QualityClosing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Draws up and files the record of the item; it is closed. */
@Component
class ArchiveItemDelegate implements JavaDelegate {

    private final QualityClosing closing;

    ArchiveItemDelegate(QualityClosing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.archive(execution.getProcessBusinessKey());
    }
}
