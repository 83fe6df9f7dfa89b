package cn.aftercare.revisit.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The contract of {@code revisit-planning}: the engine allows no second start of {@code revisit-plan} beside the form's. */
@Component
class RevisitPlanning implements ProcessContract {

    @Override
    public String key() {
        return "revisit-planning";
    }

    @Override
    public Set<String> variables() {
        return Set.of();
    }
}
