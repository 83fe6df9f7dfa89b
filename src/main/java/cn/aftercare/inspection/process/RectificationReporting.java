package cn.aftercare.inspection.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The contract of {@code rectification-reporting}: the engine allows no timer start beside the form's. */
@Component
class RectificationReporting implements ProcessContract {

    static final String KEY = "rectification-reporting";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of();
    }
}
