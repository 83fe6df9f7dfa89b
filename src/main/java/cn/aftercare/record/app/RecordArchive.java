package cn.aftercare.record.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.record.Dossier;
import cn.aftercare.record.RecordEntry;
import cn.aftercare.record.RecordKind;
import cn.aftercare.record.persistence.RecordRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The archive of printed records: gives numbers, keeps the files, hands them to those who may see the case. */
@Service
public class RecordArchive {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RecordRepository records;
    private final Dossiers dossiers;
    private final CurrentActor currentActor;
    private final Clock clock;

    public RecordArchive(RecordRepository records, Dossiers dossiers, CurrentActor currentActor, Clock clock) {
        this.records = records;
        this.dossiers = dossiers;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** What a document needs to print of its own filing: its number and the moment it is drawn up. */
    public record Filing(String recordNo, Instant createdAt) {}

    /**
     * Gives the next number, has the document written with it and stores it, all in the caller's transaction. The rights
     * are the caller's business: jobs of the engine archive too.
     *
     * @throws NotFoundException if there is no such case
     */
    @Transactional
    public RecordEntry archive(RecordKind kind, String caseNo, Function<Filing, byte[]> writer) {
        Dossier facts = dossiers.find(caseNo).orElseThrow(() -> noCase(caseNo));
        Instant now = clock.instant();
        String recordNo = "%s-%d-%06d".formatted(kind.prefix(), now.atZone(ZONE).getYear(), records.nextNumber());
        RecordEntry entry = new RecordEntry(recordNo, caseNo, facts.projectCode(), facts.unit(), kind, now);
        records.insert(entry, writer.apply(new Filing(recordNo, now)));
        return entry;
    }

    /**
     * A record by its number.
     *
     * @throws NotFoundException if there is none, or it belongs to a unit the user may not see
     */
    @Transactional(readOnly = true)
    public RecordEntry find(String recordNo) {
        return records.find(recordNo)
                .filter(entry -> currentActor.get().maySee(entry.unit()))
                .orElseThrow(() -> new NotFoundException("没有编号为 " + recordNo + " 的记录"));
    }

    /** The Word file of a record, under the same rule as {@link #find}. */
    @Transactional(readOnly = true)
    public byte[] content(String recordNo) {
        return records.content(find(recordNo).recordNo());
    }

    /**
     * The records of a case, oldest first.
     *
     * @throws NotFoundException if there is no such case, or not for this user
     */
    @Transactional(readOnly = true)
    public List<RecordEntry> ofCase(String caseNo) {
        Dossier facts = dossiers.find(caseNo)
                .filter(found -> currentActor.get().maySee(found.unit()))
                .orElseThrow(() -> noCase(caseNo));
        return records.ofCase(facts.number());
    }

    private static NotFoundException noCase(String caseNo) {
        return new NotFoundException("没有案件 " + caseNo);
    }
}
