package cn.aftercare.structural.process;

import cn.aftercare.structural.app.StructuralWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Draws up the report letter to the supervision authority. */
@Component
class DrawUpReportDelegate implements JavaDelegate {

    private final StructuralWork work;

    DrawUpReportDelegate(StructuralWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.drawUpReport(execution.getProcessBusinessKey());
    }
}
