package cn.aftercare.revisit;

import cn.aftercare.organisation.Actor;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.project.Project;
import java.util.EnumMap;
import java.util.Map;

/** Who plans, visits, approves and supervises (R-42..R-46), data of decision {@code revisit-authority}. */
public interface RevisitAuthority {

    Rule rule(ManagementMode mode);

    default String planningUnit(Project project) {
        return rule(project.managementMode()).planningUnit(project);
    }

    /** The whole matrix, for many projects at once. */
    default Map<ManagementMode, Rule> matrix() {
        Map<ManagementMode, Rule> rules = new EnumMap<>(ManagementMode.class);
        for (ManagementMode mode : ManagementMode.values()) {
            rules.put(mode, rule(mode));
        }
        return rules;
    }

    /**
     * @param headquarters whether HQ plans and visits; otherwise the project's own unit
     * @param supervised whether HQ is told of what is late
     * @param filed whether plan and records are filed at HQ (备案)
     */
    record Rule(boolean headquarters, boolean supervised, boolean filed) {

        public String planningUnit(Project project) {
            return headquarters ? Actor.HQ : project.unit();
        }
    }
}
