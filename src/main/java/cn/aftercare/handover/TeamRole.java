package cn.aftercare.handover;

import cn.aftercare.organisation.Role;

/** What a named person is responsible for at a project (R-24, R-25, R-59..61). */
public enum TeamRole {
    WARRANTY_MANAGER("维保经理", Role.WARRANTY_MANAGER),
    ENGINEER("专业工程师", Role.ENGINEER),
    POST_WARRANTY_FIRST("过保管理人员(一)", Role.WARRANTY_MANAGER),
    POST_WARRANTY_SECOND("过保管理人员(二)", Role.WARRANTY_MANAGER);

    private final String label;
    private final Role duties;

    TeamRole(String label, Role duties) {
        this.label = label;
        this.duties = duties;
    }

    /** The Chinese name people read. */
    public String label() {
        return label;
    }

    /** Whose tasks this person does. */
    public Role duties() {
        return duties;
    }

    /** Whether the person acts after the warranty; anybody of the unit may. */
    public boolean postWarranty() {
        return this == POST_WARRANTY_FIRST || this == POST_WARRANTY_SECOND;
    }

    /** The other of the two post-warranty managers. */
    public TeamRole other() {
        return switch (this) {
            case POST_WARRANTY_FIRST -> POST_WARRANTY_SECOND;
            case POST_WARRANTY_SECOND -> POST_WARRANTY_FIRST;
            default -> throw new IllegalStateException("no pair: " + this);
        };
    }
}
