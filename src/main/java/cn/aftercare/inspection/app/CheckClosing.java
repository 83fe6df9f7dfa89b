package cn.aftercare.inspection.app;

import cn.aftercare.inspection.CheckItem;
import cn.aftercare.inspection.CheckStage;
import cn.aftercare.inspection.FindingStatus;
import cn.aftercare.inspection.Rectification;
import cn.aftercare.inspection.SpotCheck;
import cn.aftercare.inspection.SpotFinding;
import cn.aftercare.inspection.persistence.CheckRepository;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.project.Project;
import cn.aftercare.record.RecordKind;
import cn.aftercare.record.SpotCheckRecordData;
import cn.aftercare.record.app.RecordArchive;
import cn.aftercare.record.document.SpotCheckDocument;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes a check whose findings are all verified, and files its record 监督抽查记录 with the project. */
@Service
@Transactional
public class CheckClosing {

    private final CheckRepository repository;
    private final SpotChecks checks;
    private final RecordArchive archive;
    private final SpotCheckDocument document;
    private final Directory directory;
    private final InspectionStory story;
    private final Clock clock;

    CheckClosing(
            CheckRepository repository,
            SpotChecks checks,
            RecordArchive archive,
            SpotCheckDocument document,
            Directory directory,
            InspectionStory story,
            Clock clock) {
        this.repository = repository;
        this.checks = checks;
        this.archive = archive;
        this.document = document;
        this.directory = directory;
        this.story = story;
        this.clock = clock;
    }

    /** Once, however often the job runs. */
    public void close(String checkNo) {
        SpotCheck check = checks.locked(checkNo);
        if (check.stage() == CheckStage.CLOSED) {
            return;
        }
        List<SpotFinding> findings = checks.findings(checkNo);
        if (findings.stream().anyMatch(f -> f.status() != FindingStatus.VERIFIED)) {
            throw new IllegalStateException("check " + checkNo + " has findings that are not verified");
        }
        String recordNo = archive.archive(
                        RecordKind.SPOT_CHECK_RECORD, checkNo, filing -> document.write(data(check, findings, filing)))
                .recordNo();
        repository.recordNo(checkNo, recordNo);
        repository.closed(checkNo, CheckStage.CLOSED, clock.instant());
        story.tell(checkNo, "抽查闭环", "监督抽查记录" + recordNo);
    }

    private SpotCheckRecordData data(SpotCheck check, List<SpotFinding> findings, RecordArchive.Filing filing) {
        Project project = checks.project(check);
        return new SpotCheckRecordData(
                filing.recordNo(),
                check.checkNo(),
                project.name(),
                project.ownerName(),
                project.address(),
                directory.unitName(check.unit()),
                directory.unitName(check.checkingUnit()),
                check.topic(),
                check.visit().checkedAt(),
                check.visit().inspectors(),
                checks.items(check.checkNo()).stream()
                        .filter(CheckItem::checked)
                        .map(CheckItem::part)
                        .collect(Collectors.joining("、")),
                check.visit().content(),
                findings.stream().map(this::line).toList(),
                filing.createdAt());
    }

    private SpotCheckRecordData.Finding line(SpotFinding f) {
        List<Rectification> rounds = checks.rounds(f.findingNo());
        Rectification last = rounds.get(rounds.size() - 1);
        return new SpotCheckRecordData.Finding(
                f.seq(),
                f.category().label() + " · " + f.grade().label(),
                f.part(),
                f.description(),
                f.dueAt(),
                rounds.stream()
                        .map(r -> "第" + r.roundNo() + "次:" + r.measure() + "(" + r.responsible() + ")"
                                + (Boolean.FALSE.equals(r.accepted()) ? ",复查退回:" + r.remarks() : ""))
                        .toList(),
                directory.displayName(last.decidedBy()),
                last.decidedAt());
    }
}
