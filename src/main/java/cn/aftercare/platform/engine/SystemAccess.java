package cn.aftercare.platform.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Engine calls the application makes on its own account, whatever the person who triggered them may do. The caller has
 * checked the person's role before. Inside, {@code CurrentActor} answers "system".
 */
@Component
public class SystemAccess {

    private final IdentityService identity;

    public SystemAccess(IdentityService identity) {
        this.identity = identity;
    }

    public <T> T call(Supplier<T> action) {
        Authentication before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return action.get();
        } finally {
            if (before != null) {
                identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
            }
        }
    }

    public void run(Runnable action) {
        call(() -> {
            action.run();
            return null;
        });
    }
}
