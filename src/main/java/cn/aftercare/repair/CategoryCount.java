package cn.aftercare.repair;

import cn.aftercare.project.DefectCategory;

/** How many cases of a unit were reported under the category. */
public record CategoryCount(String unit, DefectCategory category, long cases) {}
