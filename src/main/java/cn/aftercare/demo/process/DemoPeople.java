package cn.aftercare.demo.process;

import cn.aftercare.organisation.app.Directory;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** Acts as one of the demo people, with that person's groups and units, as a request of theirs would. */
@Component
class DemoPeople {

    private final IdentityService identity;
    private final Directory directory;

    DemoPeople(IdentityService identity, Directory directory) {
        this.identity = identity;
        this.directory = directory;
    }

    <T> T as(String login, Supplier<T> action) {
        identity.setAuthentication(login, directory.groupsOf(login), directory.unitsOf(login));
        try {
            return action.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
