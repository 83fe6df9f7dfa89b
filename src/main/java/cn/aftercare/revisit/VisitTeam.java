package cn.aftercare.revisit;

import cn.aftercare.organisation.Role;

/** Who visits owners. */
public final class VisitTeam {

    private static final Role[] IN_WARRANTY = {Role.WARRANTY_MANAGER, Role.PMD, Role.MARKETING};
    private static final Role[] AFTERWARDS = {Role.MARKETING, Role.POST_WARRANTY};

    /** Everybody of the planning unit who may call for a visit. */
    public static final Role[] STARTERS = {
        Role.PERFORMANCE_OFFICER, Role.WARRANTY_MANAGER, Role.PMD, Role.MARKETING, Role.POST_WARRANTY
    };

    private VisitTeam() {}

    public static Role[] roles(boolean inWarranty) {
        return inWarranty ? IN_WARRANTY.clone() : AFTERWARDS.clone();
    }
}
