package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.MonthlyReports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Compiles the month's rectifications. */
@Component
class CompileReportDelegate implements JavaDelegate {

    private final MonthlyReports monthlyReports;

    CompileReportDelegate(MonthlyReports monthlyReports) {
        this.monthlyReports = monthlyReports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        monthlyReports.compile(execution.getProcessBusinessKey());
    }
}
