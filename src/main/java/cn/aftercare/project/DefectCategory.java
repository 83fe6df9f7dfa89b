package cn.aftercare.project;

import java.util.Arrays;
import java.util.Optional;

/** Warranty item categories (R-13..15 and the law), with the names used on the project sheet. */
public enum DefectCategory {
    WATERPROOF("防水", 5),
    DECORATION("装修", 2),
    ELECTRICAL("电气", 2),
    PLUMBING("给排水", 2),
    EQUIPMENT("设备", 2),
    HVAC("采暖制冷", 2),
    STRUCTURE("主体结构", 50),
    OTHER("其他", 2);

    private final String label;
    private final int standardYears;

    DefectCategory(String label, int standardYears) {
        this.label = label;
        this.standardYears = standardYears;
    }

    /** The promised period in years; two heating or cooling seasons are two years, the design life is 50. */
    public int standardYears() {
        return standardYears;
    }

    public String label() {
        return label;
    }

    public static Optional<DefectCategory> ofLabel(String label) {
        return Arrays.stream(values()).filter(c -> c.label.equals(label)).findFirst();
    }
}
