package cn.aftercare.quality;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;

/** Who has to deal with quality information, as decision {@code feedback-routing} says (R-78..R-81). */
public enum QualityRoute {
    /** Corrective and preventive action of the unit concerned. */
    PMD("纠正和预防措施", Role.PMD),
    TECHNICAL_OFFICE("技术处处理设计问题", Role.TECHNICAL_OFFICE),
    REVIEW("内部审核、管理评审", Role.QUALITY),
    TOP_MANAGEMENT("最高管理者决定", Role.TOP_MANAGEMENT);

    private final String label;
    private final Role role;

    QualityRoute(String label, Role role) {
        this.label = label;
        this.role = role;
    }

    public String label() {
        return label;
    }

    /** Where the people who deal with it are. */
    public String unitFor(String itemUnit) {
        return this == PMD ? itemUnit : Actor.HQ;
    }

    /** The candidate group. */
    public String groupFor(String itemUnit) {
        return role.groupOf(unitFor(itemUnit));
    }
}
