package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.MonthlyReports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the report of every branch that owes one. */
@Component
class StartReportsDelegate implements JavaDelegate {

    private final MonthlyReports monthlyReports;

    StartReportsDelegate(MonthlyReports monthlyReports) {
        this.monthlyReports = monthlyReports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        monthlyReports.startDue();
    }
}
