package cn.aftercare.organisation;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The roles of the service document; a candidate group is {@code <unit>-<role code>}. */
public enum Role {
    AFTER_SALES("after-sales", "售后服务专员"),
    WARRANTY_MANAGER("warranty-manager", "维保经理"),
    ENGINEER("engineer", "专业工程师"),
    TECHNICIAN("technician", "专职维修技工"),
    SITE_TECHNICIAN("site-technician", "售后维修技术人员"),
    COMMERCIAL("commercial", "经营人员"),
    MATERIALS("materials", "物资部"),
    PMD("pmd", "项目管理部"),
    PMD_MANAGER("pmd-manager", "项目管理部经理"),
    PERFORMANCE_OFFICER("performance-officer", "生产履约管理岗"),
    MARKETING("marketing", "市场商务部"),
    POST_WARRANTY("post-warranty", "后期维保专员"),
    QUALITY("quality", "质量部门"),
    TECHNICAL_OFFICE("technical-office", "技术处"),
    TOP_MANAGEMENT("top-management", "最高管理者"),
    TRAINER("trainer", "授课教员");

    private static final Set<Role> SUPERVISING = Collections.unmodifiableSet(
            EnumSet.of(WARRANTY_MANAGER, PMD, PMD_MANAGER, PERFORMANCE_OFFICER, QUALITY, TOP_MANAGEMENT));

    private final String code;
    private final String label;

    Role(String code, String label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    /** The Chinese name people read. */
    public String label() {
        return label;
    }

    public static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(r -> r.code.equals(code)).findFirst();
    }

    /** Whether it watches over how others do their work: in Cockpit and on the dashboard. */
    public boolean supervises() {
        return SUPERVISING.contains(this);
    }

    /** The candidate group of this role in the given unit. */
    public String groupOf(String unit) {
        return unit + "-" + code;
    }
}
