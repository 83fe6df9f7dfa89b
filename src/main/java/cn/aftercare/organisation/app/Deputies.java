package cn.aftercare.organisation.app;

import java.util.Optional;
import java.util.Set;

/** Who acts for somebody who is away. Asks for no permission of its own. */
public interface Deputies {

    /** Login of who acts in the unit for this person now; empty when the person is there. */
    Optional<String> deputyOf(String userId, String unit);

    /** The candidate groups this person has only because somebody is away. */
    Set<String> lentTo(String userId);

    /** The person has the group in its own right from now on, and does not lose it when the other one is back. */
    void keep(String userId, String group);
}
