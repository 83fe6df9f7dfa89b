package cn.aftercare.record.web;

import cn.aftercare.audit.AuditKind;
import cn.aftercare.audit.web.PersonalData;
import cn.aftercare.platform.web.Download;
import cn.aftercare.record.RecordEntry;
import cn.aftercare.record.app.RecordArchive;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Archived records over HTTP: the list of a case and the Word file of one record. */
@RestController
class RecordController {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RecordArchive archive;

    RecordController(RecordArchive archive) {
        this.archive = archive;
    }

    record RecordView(String recordNo, String caseNo, String kind, String fileName, OffsetDateTime createdAt) {
        static RecordView of(RecordEntry entry) {
            return new RecordView(
                    entry.recordNo(),
                    entry.caseNo(),
                    entry.kind().name(),
                    entry.fileName(),
                    entry.createdAt().atZone(ZONE).toOffsetDateTime());
        }
    }

    @GetMapping("/api/repair-cases/{caseNo}/records")
    List<RecordView> ofCase(@PathVariable String caseNo) {
        return archive.ofCase(caseNo).stream().map(RecordView::of).toList();
    }

    @PersonalData(value = "记录", kind = AuditKind.EXPORT)
    @GetMapping("/api/records/{recordNo}.docx")
    ResponseEntity<byte[]> download(@PathVariable String recordNo) {
        RecordEntry entry = archive.find(recordNo);
        byte[] content = archive.content(recordNo);
        return Download.DOCX.of(content, entry.fileName());
    }
}
