package cn.aftercare.repair;

import cn.aftercare.commitment.CaseKind;

/** How many cases of the kind are running in a unit. */
public record OpenCases(String unit, CaseKind kind, long cases) {}
