package cn.aftercare.organisation.process;

import cn.aftercare.organisation.app.MailAddresses;
import cn.aftercare.platform.engine.SystemAccess;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The e-mail people have in Admin; never kept, because a wrong one is corrected there and counts at once. */
@Component
class EngineMailAddresses implements MailAddresses {

    private final IdentityService identity;
    private final SystemAccess system;

    EngineMailAddresses(IdentityService identity, SystemAccess system) {
        this.identity = identity;
        this.system = system;
    }

    @Override
    public Optional<String> of(String userId) {
        User user = system.call(() -> identity.createUserQuery().userId(userId).singleResult());
        return Optional.ofNullable(user).map(EngineMailAddresses::mail).filter(mail -> !mail.isEmpty());
    }

    /** Empty when there is none that leads anywhere. */
    static String mail(User user) {
        String mail = user.getEmail() == null ? "" : user.getEmail().strip();
        // The demo logins' domain; nobody can own one that ends so (RFC 2606).
        return mail.toLowerCase(Locale.ROOT).endsWith(".invalid") ? "" : mail;
    }
}
