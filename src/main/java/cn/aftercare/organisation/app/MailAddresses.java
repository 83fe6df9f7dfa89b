package cn.aftercare.organisation.app;

import java.util.Optional;

/** Looks up people's mail addresses. Asks for no permission of its own. */
public interface MailAddresses {

    /** The address of a login as it is now; none for a demo login, whose address leads nowhere. */
    Optional<String> of(String userId);
}
