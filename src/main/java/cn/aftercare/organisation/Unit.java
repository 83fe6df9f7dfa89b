package cn.aftercare.organisation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * HQ or a branch.
 *
 * @param code what group and tenant ids begin with, e.g. {@code nanjing}
 * @param name what people read, e.g. 南京分公司
 */
public record Unit(String code, String name, boolean headquarters) {

    /** These exist once in the company. */
    private static final Set<Role> HQ_ONLY =
            EnumSet.of(Role.QUALITY, Role.TECHNICAL_OFFICE, Role.TOP_MANAGEMENT, Role.TRAINER);

    public static Unit of(String code, String name) {
        return new Unit(code, name, Actor.HQ.equals(code));
    }

    public List<Role> roles() {
        return Arrays.stream(Role.values())
                .filter(role -> headquarters || !HQ_ONLY.contains(role))
                .toList();
    }

    /** The Chinese name of a role's group here: "南京分公司 维保经理". */
    public String groupName(Role role) {
        return name + " " + role.label();
    }
}
