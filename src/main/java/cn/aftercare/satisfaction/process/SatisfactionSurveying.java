package cn.aftercare.satisfaction.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The contract of {@code satisfaction-surveying}: the engine allows no second start of the survey beside the form's. */
@Component
class SatisfactionSurveying implements ProcessContract {

    @Override
    public String key() {
        return "satisfaction-surveying";
    }

    @Override
    public Set<String> variables() {
        return Set.of();
    }
}
