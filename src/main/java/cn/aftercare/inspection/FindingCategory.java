package cn.aftercare.inspection;

import cn.aftercare.project.DefectCategory;
import java.util.Arrays;
import java.util.Optional;

/** What a finding is about: a defect of the building, or how the warranty is served. */
public enum FindingCategory {
    WATERPROOF("防水"),
    DECORATION("装修"),
    ELECTRICAL("电气"),
    PLUMBING("给排水"),
    EQUIPMENT("设备"),
    HVAC("采暖制冷"),
    STRUCTURE("主体结构"),
    OTHER("其他工程质量"),
    RECORDS("资料档案"),
    SERVICE("维修服务"),
    SITE("现场管理");

    private final String label;

    FindingCategory(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The category of a repair; empty if it is no defect of the building. */
    public Optional<DefectCategory> defect() {
        return Arrays.stream(DefectCategory.values())
                .filter(d -> d.name().equals(name()))
                .findFirst();
    }
}
