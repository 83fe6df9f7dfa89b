package cn.aftercare.organisation;

import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
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

    /**
     * The units a list may show.
     *
     * @param wanted the unit asked for; null or blank: all the person may see
     * @return null: every unit
     * @throws NotFoundException for a unit the person may not see, whether it exists or not
     */
    public Set<String> visibleUnits(String wanted) {
        if (wanted == null || wanted.isBlank()) {
            return admin ? null : units;
        }
        if (!maySee(wanted)) {
            throw new NotFoundException("没有管理单位“" + wanted + "”");
        }
        return Set.of(wanted);
    }

    /** @throws NotPermittedException with this message unless the person holds one of the roles in the unit */
    public void require(String message, String unit, Role... roles) {
        if (!hasRole(unit, roles)) {
            throw new NotPermittedException(message);
        }
    }
}
