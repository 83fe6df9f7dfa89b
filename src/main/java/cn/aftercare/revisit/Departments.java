package cn.aftercare.revisit;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import java.util.ArrayList;
import java.util.List;

/** Whom a visitor may forward what an owner raised to. */
public final class Departments {

    private static final List<Role> OF_UNIT =
            List.of(Role.PMD, Role.COMMERCIAL, Role.MATERIALS, Role.ENGINEER, Role.MARKETING, Role.POST_WARRANTY);
    private static final List<Role> OF_HQ = List.of(Role.QUALITY, Role.TECHNICAL_OFFICE, Role.MARKETING, Role.PMD);

    private Departments() {}

    /** The candidate groups, those of the unit first. */
    public static List<String> of(String unit) {
        List<String> groups =
                new ArrayList<>(OF_UNIT.stream().map(r -> r.groupOf(unit)).toList());
        OF_HQ.stream()
                .map(r -> r.groupOf(Actor.HQ))
                .filter(g -> !groups.contains(g))
                .forEach(groups::add);
        return groups;
    }
}
