package cn.aftercare.consultation.persistence;

import cn.aftercare.consultation.Consultation;
import cn.aftercare.project.EntryKind;
import cn.aftercare.project.ProjectEntry;
import cn.aftercare.project.app.OpenMatters;
import cn.aftercare.project.app.ProjectEntrySource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the owner of a project asked, and was answered. */
@Component
class ConsultationEntries implements ProjectEntrySource, OpenMatters {

    private final ConsultationRepository consultations;

    ConsultationEntries(ConsultationRepository consultations) {
        this.consultations = consultations;
    }

    @Override
    public List<ProjectEntry> entries(String projectCode) {
        return consultations.ofProject(projectCode).stream()
                .map(ConsultationEntries::entry)
                .toList();
    }

    /** The questions of a project nobody has settled. */
    @Override
    public List<String> open(String projectCode) {
        return consultations.openNumbers(projectCode);
    }

    private static ProjectEntry entry(Consultation c) {
        return new ProjectEntry(
                c.question().receivedAt(),
                EntryKind.CONSULTATION,
                c.unit(),
                c.question().kind().label() + " " + c.number(),
                c.question().askerName() + ":" + c.question().text()
                        + (c.caseNo() != null
                                ? " → 转报修" + c.caseNo()
                                : c.answer() != null ? " → " + c.answer().text() : ""),
                "/consultations/" + c.number());
    }
}
