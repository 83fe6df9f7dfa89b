package cn.aftercare.inspection.app;

import cn.aftercare.inspection.InspectionPolicy;
import cn.aftercare.inspection.Matter;
import cn.aftercare.inspection.Rectification;
import cn.aftercare.inspection.SpotCheck;
import cn.aftercare.inspection.SpotFinding;
import cn.aftercare.inspection.Term;
import cn.aftercare.inspection.app.InspectionNotices.Notice;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.project.Project;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deadlines of checks, rectifications and verifications: when, and who hears of them. */
@Service
@Transactional
public class CheckDeadlines {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneId.of("Asia/Shanghai"));

    private final SpotChecks checks;
    private final InspectionPolicy policy;
    private final InspectionNotices notices;
    private final CurrentActor currentActor;
    private final InspectionStory story;
    private final Clock clock;

    CheckDeadlines(
            SpotChecks checks,
            InspectionPolicy policy,
            InspectionNotices notices,
            CurrentActor currentActor,
            InspectionStory story,
            Clock clock) {
        this.checks = checks;
        this.policy = policy;
        this.notices = notices;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    public Term ofCheck(SpotCheck check) {
        return Term.until(check.orderedAt(), check.dueAt(), policy.rule(Matter.CHECK));
    }

    /** From now on until the finding's deadline. */
    public Term ofRectification(SpotFinding finding) {
        return Term.until(clock.instant(), finding.dueAt(), policy.rule(Matter.RECTIFY, finding.grade()));
    }

    /** From now on. */
    public Term ofVerification() {
        return Term.days(clock.instant(), policy.rule(Matter.VERIFY));
    }

    public void remindCheck(String checkNo) {
        SpotCheck check = checks.of(checkNo);
        notices.remind(ofCheck(check, "现场检查"), List.of(Role.PMD.groupOf(check.checkingUnit())));
    }

    public void checkLate(String checkNo) {
        SpotCheck check = checks.of(checkNo);
        notices.late(ofCheck(check, "现场检查"), List.of(Role.PMD_MANAGER.groupOf(check.checkingUnit())));
    }

    public void remindRectify(String findingNo) {
        SpotFinding finding = checks.finding(findingNo);
        SpotCheck check = checks.of(finding.checkNo());
        String manager = checks.project(check).team().managerId();
        notices.remind(
                ofFinding(check, finding, "rectify", "整改", finding.dueAt()),
                List.of(manager == null ? Role.WARRANTY_MANAGER.groupOf(check.unit()) : manager));
    }

    /** The unit's manager, and headquarters when it was headquarters that checked. */
    public void rectifyLate(String findingNo) {
        SpotFinding finding = checks.finding(findingNo);
        SpotCheck check = checks.of(finding.checkNo());
        List<String> told = new ArrayList<>(List.of(Role.PMD_MANAGER.groupOf(check.unit())));
        if (check.checkingUnit().equals(Actor.HQ)) {
            told.add(Role.PMD.groupOf(Actor.HQ));
        }
        notices.late(ofFinding(check, finding, "rectify", "整改", finding.dueAt()), told);
    }

    public void verifyLate(String findingNo) {
        SpotFinding finding = checks.finding(findingNo);
        SpotCheck check = checks.of(finding.checkNo());
        notices.late(
                ofFinding(check, finding, "verify", "复查", verifyBy(findingNo)),
                List.of(Role.PMD_MANAGER.groupOf(check.checkingUnit())));
    }

    private Instant verifyBy(String findingNo) {
        List<Rectification> rounds = checks.rounds(findingNo);
        return Term.days(rounds.get(rounds.size() - 1).recordedAt(), policy.rule(Matter.VERIFY))
                .dueAt();
    }

    /**
     * The manager sees to what is late.
     *
     * @param number of the check or finding
     * @param checkers whether it is the checkers who are late, and not the project's people
     */
    public void supervised(String number, boolean checkers, String measures) {
        SpotCheck check = checks.of(SpotFinding.checkOf(number));
        currentActor
                .get()
                .require(
                        checkers ? "只有抽查单位的项目管理部经理可以督办" : "只有工程所属单位的项目管理部经理可以督办",
                        checkers ? check.checkingUnit() : check.unit(),
                        Role.PMD_MANAGER);
        story.tell(check.checkNo(), "督办", number + ":" + measures);
    }

    private Notice ofCheck(SpotCheck check, String deed) {
        Project project = checks.project(check);
        return new Notice(
                check.checkNo(),
                check.unit(),
                "spot-check-" + check.checkNo(),
                check.dueAt(),
                "监督抽查" + deed + " " + check.checkNo() + " " + project.name(),
                "抽查:" + check.checkNo() + "\n项目:" + project.name() + "\n内容:" + check.topic() + "\n期限:"
                        + lastDay(check.dueAt()));
    }

    private Notice ofFinding(SpotCheck check, SpotFinding f, String what, String deed, Instant dueAt) {
        Project project = checks.project(check);
        return new Notice(
                check.checkNo(),
                check.unit(),
                "spot-" + what + "-" + f.findingNo(),
                dueAt,
                "监督抽查" + deed + " " + f.findingNo() + " " + project.name(),
                "问题:" + f.findingNo() + "(" + f.grade().label() + ")\n项目:" + project.name() + "\n部位:" + f.part()
                        + "\n问题:" + f.description() + "\n期限:" + lastDay(dueAt));
    }

    private static String lastDay(Instant dueAt) {
        return DAY.format(dueAt.minusSeconds(1)) + " 24:00";
    }
}
