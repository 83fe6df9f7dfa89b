package cn.aftercare.quality.process;

import cn.aftercare.quality.app.QualityClosing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the colleague who raised the item what came of it. */
@Component
class TellSourceDelegate implements JavaDelegate {

    private final QualityClosing closing;

    TellSourceDelegate(QualityClosing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.sourceTold(execution.getProcessBusinessKey());
    }
}
