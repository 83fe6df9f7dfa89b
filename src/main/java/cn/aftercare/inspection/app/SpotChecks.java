package cn.aftercare.inspection.app;

import cn.aftercare.inspection.CheckItem;
import cn.aftercare.inspection.CheckStage;
import cn.aftercare.inspection.CheckTemplate;
import cn.aftercare.inspection.Rectification;
import cn.aftercare.inspection.SpotCheck;
import cn.aftercare.inspection.SpotDraw;
import cn.aftercare.inspection.SpotFinding;
import cn.aftercare.inspection.persistence.CheckRepository;
import cn.aftercare.inspection.persistence.FindingRepository;
import cn.aftercare.notification.Notification;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the checks of a draw, and knows them. */
@Service
@Transactional
public class SpotChecks {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** So many past repairs are looked at again. */
    private static final int PAST_REPAIRS = 10;

    private final CheckRepository checks;
    private final FindingRepository findings;
    private final CheckTemplate template;
    private final ProjectService projects;
    private final CurrentActor currentActor;
    private final InspectionStory story;
    private final Clock clock;

    SpotChecks(
            CheckRepository checks,
            FindingRepository findings,
            CheckTemplate template,
            ProjectService projects,
            CurrentActor currentActor,
            InspectionStory story,
            Clock clock) {
        this.checks = checks;
        this.findings = findings;
        this.template = template;
        this.projects = projects;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /** Codes of the projects drawn that no check was ordered for. */
    List<String> missing(SpotDraw draw) {
        Set<String> ordered = checks.ofDraw(draw.drawNo()).stream()
                .map(SpotCheck::projectCode)
                .collect(Collectors.toSet());
        return draw.drawn().stream().filter(code -> !ordered.contains(code)).toList();
    }

    /** The check of one project, with its list: what is looked at everywhere, and where it was repaired before. */
    SpotCheck order(SpotDraw draw, String projectCode) {
        Project project = projects.find(projectCode).orElseThrow();
        Instant now = clock.instant();
        SpotCheck check = new SpotCheck(
                "CC-%d-%06d".formatted(now.atZone(ZONE).getYear(), checks.nextNumber()),
                draw.drawNo(),
                projectCode,
                project.unit(),
                draw.unit(),
                draw.topic(),
                draw.dueAt(),
                CheckStage.ORDERED,
                now,
                SpotCheck.Visit.NOT_YET,
                null,
                null);
        checks.insert(check);
        List<CheckItem> items = template.items(project.managementMode());
        items.forEach(i -> checks.addItem(check.checkNo(), i));
        checks.pastRepairs(projectCode, items.size() + 1, PAST_REPAIRS)
                .forEach(i -> checks.addItem(
                        check.checkNo(),
                        new CheckItem(i.seq(), i.part(), Notification.cut(i.hint(), 500), i.caseNo(), false)));
        story.tell(check.checkNo(), "下达检查", draw.method().label() + ",抽查批次" + draw.drawNo());
        return check;
    }

    /** A check the engine is working on. */
    @Transactional(readOnly = true)
    public SpotCheck of(String checkNo) {
        return checks.check(checkNo).orElseThrow(() -> new IllegalStateException("no check " + checkNo));
    }

    /** The same, kept from others until the transaction ends. */
    SpotCheck locked(String checkNo) {
        return checks.lockCheck(checkNo).orElseThrow(() -> new IllegalStateException("no check " + checkNo));
    }

    /**
     * The check, if the acting person may see the project's unit.
     *
     * @throws NotFoundException also when it exists but belongs to another unit
     */
    @Transactional(readOnly = true)
    public SpotCheck visible(String checkNo) {
        return checks.check(checkNo)
                .filter(c -> currentActor.get().maySee(c.unit()))
                .orElseThrow(() -> new NotFoundException("没有监督抽查 " + checkNo));
    }

    @Transactional(readOnly = true)
    public List<SpotCheck> ofDraw(String drawNo) {
        return checks.ofDraw(drawNo);
    }

    @Transactional(readOnly = true)
    public List<CheckItem> items(String checkNo) {
        return checks.items(checkNo);
    }

    @Transactional(readOnly = true)
    public List<SpotFinding> findings(String checkNo) {
        return findings.ofCheck(checkNo);
    }

    @Transactional(readOnly = true)
    public SpotFinding finding(String findingNo) {
        return findings.find(findingNo).orElseThrow(() -> new IllegalStateException("no finding " + findingNo));
    }

    /** Every attempt to rectify the finding, oldest first. */
    @Transactional(readOnly = true)
    public List<Rectification> rounds(String findingNo) {
        return findings.rounds(findingNo);
    }

    Project project(SpotCheck check) {
        return projects.find(check.projectCode()).orElseThrow();
    }
}
