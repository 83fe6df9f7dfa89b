package cn.aftercare.repair.process;

import cn.aftercare.platform.form.Submission;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.ReportDraft;

/** Reads a report from the fields every intake form has. */
final class ReportForm {

    private ReportForm() {}

    static ReportDraft draft(Submission form, boolean emergency, boolean structural) {
        return new ReportDraft(
                form.text("projectCode").orElse(null),
                form.instant("receivedAt").orElse(null),
                form.code("channel", Channel.class).orElse(null),
                form.text("reporterName").orElse(null),
                form.text("reporterPhone").orElse(null),
                form.code("category", DefectCategory.class).orElse(null),
                form.text("location").orElse(null),
                form.text("description").orElse(null),
                emergency,
                structural,
                form.flag("publicArea"),
                form.instant("requestedAt").orElse(null),
                form.text("lateEntryReason").orElse(null));
    }
}
