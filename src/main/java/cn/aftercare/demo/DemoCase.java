package cn.aftercare.demo;

import cn.aftercare.repair.ReportDraft;
import java.time.Instant;
import java.util.List;

/**
 * A demo case from the notice on.
 *
 * @param recordedBy login of the after-sales specialist
 * @param steps in order of time
 */
public record DemoCase(ReportDraft report, Instant recordedAt, String recordedBy, List<DemoStep> steps) {}
