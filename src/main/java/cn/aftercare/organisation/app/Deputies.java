package cn.aftercare.organisation.app;

import java.util.Optional;

/** Who acts for somebody who is away. Asks for no permission of its own. */
public interface Deputies {

    /** Login of who acts in the unit for this person now; empty when the person is there. */
    Optional<String> deputyOf(String userId, String unit);
}
