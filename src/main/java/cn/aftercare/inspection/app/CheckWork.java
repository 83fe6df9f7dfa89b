package cn.aftercare.inspection.app;

import cn.aftercare.inspection.CheckItem;
import cn.aftercare.inspection.CheckResult;
import cn.aftercare.inspection.CheckStage;
import cn.aftercare.inspection.FindingCategory;
import cn.aftercare.inspection.FindingGrade;
import cn.aftercare.inspection.FindingStatus;
import cn.aftercare.inspection.Handling;
import cn.aftercare.inspection.InspectionPolicy;
import cn.aftercare.inspection.Matter;
import cn.aftercare.inspection.SpotCheck;
import cn.aftercare.inspection.SpotFinding;
import cn.aftercare.inspection.Term;
import cn.aftercare.inspection.persistence.CheckRepository;
import cn.aftercare.inspection.persistence.FindingRepository;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.repair.Occurrence;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The check itself: what was seen on the site, and what was found wrong. */
@Service
@Transactional
public class CheckWork {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final CheckRepository repository;
    private final FindingRepository findings;
    private final SpotChecks checks;
    private final InspectionPolicy policy;
    private final CurrentActor currentActor;
    private final InspectionStory story;
    private final Clock clock;

    CheckWork(
            CheckRepository repository,
            FindingRepository findings,
            SpotChecks checks,
            InspectionPolicy policy,
            CurrentActor currentActor,
            InspectionStory story,
            Clock clock) {
        this.repository = repository;
        this.findings = findings;
        this.checks = checks;
        this.policy = policy;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /** What the checkers wrote down. */
    public record Seen(
            CheckResult result,
            Instant checkedAt,
            String inspectors,
            String content,
            List<Integer> checked,
            List<Found> findings) {}

    /** @param deadline last day to rectify it; null: as the policy says */
    public record Found(
            FindingCategory category,
            FindingGrade grade,
            Handling handling,
            String part,
            String description,
            @Nullable LocalDate deadline) {}

    /**
     * Keeps what was seen; the flow hands the findings on.
     *
     * @return how many findings there are
     * @throws NotPermittedException unless the actor is of the checking department
     * @throws ConflictException if the check was recorded before
     * @throws InvalidInputException naming the field
     */
    public int checked(String checkNo, Seen seen) {
        SpotCheck check = entrusted(checkNo);
        boolean found = seen.result() == CheckResult.FINDINGS;
        if (found == seen.findings().isEmpty()) {
            throw found
                    ? new InvalidInputException("findings", "问题:请至少登记一项")
                    : new InvalidInputException("result", "检查结果:登记了问题的,应选“发现问题”");
        }
        Instant now = clock.instant();
        Instant at = Occurrence.checked("checkedAt", "检查时间", seen.checkedAt(), "下达检查", check.orderedAt(), now);
        Set<Integer> items =
                repository.items(checkNo).stream().map(CheckItem::seq).collect(Collectors.toSet());
        if (seen.checked().isEmpty() || !items.containsAll(seen.checked())) {
            throw new InvalidInputException("checked", "已检查的项目:请勾选实际检查的项目");
        }
        addFindings(check, seen.findings(), at, now);
        repository.visited(
                checkNo,
                CheckStage.RECTIFYING,
                new SpotCheck.Visit(
                        seen.result(),
                        at,
                        seen.inspectors(),
                        seen.content(),
                        null,
                        now,
                        currentActor.get().userId()));
        repository.checked(checkNo, seen.checked());
        story.tell(
                checkNo,
                "登记检查",
                seen.result().label() + (found ? ",共" + seen.findings().size() + "项" : ""));
        return seen.findings().size();
    }

    private void addFindings(SpotCheck check, List<Found> found, Instant foundAt, Instant now) {
        int most = policy.rule(Matter.RECTIFY, FindingGrade.ORDINARY).most();
        if (found.size() > most) {
            throw new InvalidInputException("findings", "问题:一项检查最多登记" + most + "项");
        }
        int seq = 0;
        for (Found f : found) {
            seq++;
            findings.insert(new SpotFinding(
                    SpotFinding.number(check.checkNo(), seq),
                    check.checkNo(),
                    seq,
                    f.category(),
                    f.grade(),
                    handled(f, seq),
                    f.part(),
                    f.description(),
                    foundAt,
                    due(f, seq, now),
                    FindingStatus.OPEN,
                    null,
                    null));
        }
    }

    private static Handling handled(Found f, int row) {
        if (f.handling().asRepair() && f.category().defect().isEmpty()) {
            throw wrong(row, "处理方式:" + f.category().label() + "类问题不能转报修");
        }
        if (f.category() == FindingCategory.STRUCTURE && f.handling() != Handling.STRUCTURAL) {
            throw wrong(row, "处理方式:主体结构问题应按涉及结构安全转报修");
        }
        return f.handling();
    }

    private Instant due(Found f, int row, Instant now) {
        try {
            return rectifyBy("findings", "整改期限", f.grade(), f.deadline(), now, policy);
        } catch (InvalidInputException e) {
            throw wrong(row, e.getMessage());
        }
    }

    /** The deadline said, which may be sooner than the policy's and never later; null: the policy's. */
    static Instant rectifyBy(
            String field,
            String label,
            FindingGrade grade,
            @Nullable LocalDate said,
            Instant now,
            InspectionPolicy policy) {
        InspectionPolicy.Rule rule = policy.rule(Matter.RECTIFY, grade);
        Instant latest = Term.days(now, rule).dueAt();
        if (said == null) {
            return latest;
        }
        Instant due = Term.endOf(said);
        if (!due.isAfter(now)) {
            throw new InvalidInputException(field, label + ":不能早于今天");
        }
        if (due.isAfter(latest)) {
            throw new InvalidInputException(
                    field,
                    label + ":" + grade.label() + "问题不能超过" + rule.days() + "天,最晚"
                            + LocalDate.ofInstant(latest, ZONE).minusDays(1));
        }
        return due;
    }

    private static InvalidInputException wrong(int row, String message) {
        return new InvalidInputException("findings", "问题第" + row + "行" + message);
    }

    /** Nobody could check; the reason stays on record and the check ends. */
    public void notDone(String checkNo, String reason) {
        entrusted(checkNo);
        repository.visited(
                checkNo,
                CheckStage.NOT_DONE,
                new SpotCheck.Visit(
                        CheckResult.NOT_DONE,
                        null,
                        null,
                        null,
                        reason,
                        clock.instant(),
                        currentActor.get().userId()));
        repository.closed(checkNo, CheckStage.NOT_DONE, clock.instant());
        story.tell(checkNo, "无法检查", reason);
    }

    private SpotCheck entrusted(String checkNo) {
        SpotCheck check = checks.locked(checkNo);
        currentActor.get().require("只有抽查单位的项目管理部可以登记检查", check.checkingUnit(), Role.PMD);
        if (check.stage() != CheckStage.ORDERED) {
            throw new ConflictException("检查 " + checkNo + " 已经登记");
        }
        return check;
    }
}
