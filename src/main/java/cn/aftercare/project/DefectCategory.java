package cn.aftercare.project;

import java.util.Arrays;
import java.util.Optional;

/** Warranty item categories (R-13..15 and the law), with the names used on the project sheet. */
public enum DefectCategory {
    WATERPROOF("防水"),
    DECORATION("装修"),
    ELECTRICAL("电气"),
    PLUMBING("给排水"),
    EQUIPMENT("设备"),
    HVAC("采暖制冷"),
    STRUCTURE("主体结构"),
    OTHER("其他");

    private final String label;

    DefectCategory(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<DefectCategory> ofLabel(String label) {
        return Arrays.stream(values()).filter(c -> c.label.equals(label)).findFirst();
    }
}
