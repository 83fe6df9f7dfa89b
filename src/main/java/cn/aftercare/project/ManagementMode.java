package cn.aftercare.project;

import java.util.Arrays;
import java.util.Optional;

/** Who manages a project (R-42..44). */
public enum ManagementMode {
    HQ_DIRECT("总部直管"),
    HQ_AUTHORISED("总部授权"),
    BRANCH_DIRECT("分公司直管");

    private final String label;

    ManagementMode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<ManagementMode> ofLabel(String label) {
        return Arrays.stream(values()).filter(m -> m.label.equals(label)).findFirst();
    }
}
