package cn.aftercare.organisation;

import java.util.Arrays;
import java.util.Set;

/**
 * Who is acting: a logged-in person with groups and units, or the system itself (jobs).
 *
 * @param userId login, {@code system} for the job executor
 * @param units codes of the units whose cases the person may see (HQ people: all)
 * @param groups candidate groups {@code <unit>-<role>}
 */
public record Actor(String userId, String displayName, boolean admin, Set<String> groups, Set<String> units) {

    public static final String HQ = "hq";

    public static Actor system() {
        return new Actor("system", "系统", false, Set.of(), Set.of());
    }

    public boolean hasRole(String unit, Role... roles) {
        return Arrays.stream(roles).anyMatch(r -> groups.contains(r.groupOf(unit)));
    }

    public boolean maySee(String unit) {
        return admin || units.contains(unit);
    }
}
