package cn.aftercare.quality;

import cn.aftercare.project.DefectCategory;

/** Defects are of one kind when category and part of the building are the same. */
public final class DefectKind {

    private DefectKind() {}

    /** @param location the place people typed in */
    public static String of(DefectCategory category, String location) {
        return category.name() + ":" + DefectPart.of(location);
    }
}
