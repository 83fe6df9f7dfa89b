package cn.aftercare.substitution.process;

import cn.aftercare.substitution.app.Lending;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The leave is over: takes the roles and open tasks back. */
@Component
class TakeBackRolesDelegate implements JavaDelegate {

    private final Lending lending;

    TakeBackRolesDelegate(Lending lending) {
        this.lending = lending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lending.takeBack(execution.getProcessBusinessKey());
    }
}
