package cn.aftercare.record.app;

import cn.aftercare.project.EntryKind;
import cn.aftercare.project.ProjectEntry;
import cn.aftercare.project.app.ProjectEntrySource;
import cn.aftercare.record.Attachment;
import cn.aftercare.record.Dossier;
import cn.aftercare.record.RecordEntry;
import cn.aftercare.record.persistence.AttachmentRepository;
import cn.aftercare.record.persistence.RecordRepository;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The records of a project and the files people have added to its cases and visits. */
@Component
class RecordEntries implements ProjectEntrySource {

    static final String RECORDS = "/api/records/";
    static final String ATTACHMENTS = "/api/attachments/";

    private final RecordRepository records;
    private final AttachmentRepository attachments;
    private final Dossiers dossiers;

    RecordEntries(RecordRepository records, AttachmentRepository attachments, Dossiers dossiers) {
        this.records = records;
        this.attachments = attachments;
        this.dossiers = dossiers;
    }

    @Override
    public List<ProjectEntry> entries(String projectCode) {
        Map<String, Dossier> ofProject = dossiers.ofProject(projectCode).stream()
                .collect(Collectors.toMap(Dossier::number, Function.identity()));
        Stream<ProjectEntry> papers = records.ofProject(projectCode).stream()
                .map(r -> new ProjectEntry(
                        r.createdAt(),
                        EntryKind.RECORD,
                        r.unit(),
                        r.kind().label() + " " + r.recordNo(),
                        r.caseNo(),
                        path(r)));
        Stream<ProjectEntry> files = attachments.of(ofProject.keySet()).stream()
                .map(a -> entry(a, ofProject.get(a.caseNo()).unit()));
        return Stream.concat(papers, files).toList();
    }

    private static ProjectEntry entry(Attachment a, String unit) {
        return new ProjectEntry(
                a.uploadedAt(),
                a.type().shownByBrowsers() ? EntryKind.PICTURE : EntryKind.FILE,
                unit,
                a.purpose().label() + " " + a.fileName(),
                a.caseNo(),
                path(a));
    }

    static String path(RecordEntry record) {
        return RECORDS + record.recordNo() + ".docx";
    }

    static String path(Attachment attachment) {
        return ATTACHMENTS + attachment.id();
    }
}
