package cn.aftercare.substitution.process;

import cn.aftercare.substitution.app.Lending;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The leave begins: lends the roles of who is away, with the open tasks, to the substitute. */
@Component
class LendRolesDelegate implements JavaDelegate {

    private final Lending lending;

    LendRolesDelegate(Lending lending) {
        this.lending = lending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        lending.lend(execution.getProcessBusinessKey());
    }
}
