package cn.aftercare.revisit.app;

import cn.aftercare.notification.Notification;
import cn.aftercare.notification.NotificationKind;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.ReportDraft;
import cn.aftercare.repair.app.ReportIntake;
import cn.aftercare.revisit.Departments;
import cn.aftercare.revisit.DueVisit;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.VisitChannel;
import cn.aftercare.revisit.VisitDefect;
import cn.aftercare.revisit.VisitIssue;
import cn.aftercare.revisit.VisitTeam;
import cn.aftercare.revisit.persistence.VisitRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The visit itself: what was seen, what becomes of it. */
@Service
@Transactional
public class VisitWork {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final VisitRepository repository;
    private final Visits visits;
    private final ReportIntake intake;
    private final Directory directory;
    private final LateNotices notices;
    private final CurrentActor currentActor;
    private final RevisitStory story;
    private final Clock clock;

    VisitWork(
            VisitRepository repository,
            Visits visits,
            ReportIntake intake,
            Directory directory,
            LateNotices notices,
            CurrentActor currentActor,
            RevisitStory story,
            Clock clock) {
        this.repository = repository;
        this.visits = visits;
        this.intake = intake;
        this.directory = directory;
        this.notices = notices;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /** What the visitors wrote down. Numbers of defects and issues are given here. */
    public record Seen(
            VisitChannel channel,
            Instant visitedAt,
            String responsible,
            String interviewees,
            String situation,
            List<Integer> checked,
            List<VisitDefect> defects,
            List<VisitIssue> issues) {}

    /** Keeps what was seen; nothing is opened yet. */
    public void visited(String visitNo, Seen seen) {
        Visit visit = entrusted(visitNo);
        Project project = visits.project(visit.projectCode());
        Instant accepted = project.acceptedOn().atStartOfDay(ZONE).toInstant();
        if (seen.visitedAt().isAfter(clock.instant())) {
            throw new InvalidInputException("visitedAt", "回访时间:不能晚于当前时间");
        }
        if (seen.visitedAt().isBefore(accepted)) {
            throw new InvalidInputException("visitedAt", "回访时间:不能早于竣工验收");
        }
        List<String> departments = Departments.of(visit.unit());
        if (!seen.issues().stream().map(VisitIssue::department).allMatch(departments::contains)) {
            throw new InvalidInputException("issues", "移交部门:不在可选范围内");
        }
        repository.visited(
                visitNo,
                seen.channel(),
                seen.visitedAt(),
                clock.instant(),
                currentActor.get().userId(),
                seen.responsible(),
                seen.interviewees(),
                seen.situation());
        repository.checked(visitNo, seen.checked());
        int seq = repository.defects(visitNo).size();
        for (VisitDefect d : seen.defects()) {
            repository.addDefect(visitNo, numbered(d, ++seq));
        }
        seq = 0;
        for (VisitIssue i : seen.issues()) {
            repository.addIssue(visitNo, new VisitIssue(++seq, i.department(), i.content(), null, null, null));
        }
        story.tell(
                visitNo,
                "登记回访",
                seen.channel().label() + ",缺陷" + seen.defects().size() + "项,移交事项"
                        + seen.issues().size() + "项");
    }

    /** The owner asks for another day; the reason is kept. */
    public Visit postponed(String visitNo, LocalDate plannedOn, String reason) {
        Visit visit = entrusted(visitNo);
        if (!plannedOn.isAfter(LocalDate.ofInstant(clock.instant(), ZONE))) {
            throw new InvalidInputException("postponedTo", "改期至:应晚于今天");
        }
        LocalDate latest = DueVisit.latest(visit.dueOn() == null ? visit.plannedOn() : visit.dueOn());
        if (plannedOn.isAfter(latest)) {
            throw new InvalidInputException("postponedTo", "改期至:不能晚于" + latest);
        }
        repository.postponed(visitNo, plannedOn, reason);
        story.tell(visitNo, "改期", visit.plannedOn() + " 改为 " + plannedOn + "," + reason);
        return visits.of(visitNo);
    }

    public void cancelProposed(String visitNo, String reason) {
        entrusted(visitNo);
        repository.cancelReason(visitNo, reason);
        story.tell(visitNo, "申请取消", reason);
    }

    /** Opens a repair for every defect that has none yet, with the time of the visit as the notice. */
    public void openRepairs(String visitNo) {
        Visit visit = visits.of(visitNo);
        Project project = visits.project(visit.projectCode());
        for (VisitDefect d : repository.defects(visitNo)) {
            if (d.caseNo() == null) {
                String caseNo = intake.found(report(visit, project, d));
                repository.repairOfDefect(visitNo, d.seq(), caseNo);
                story.tell(visitNo, "缺陷转报修", d.location() + ":" + caseNo);
            }
        }
    }

    private static ReportDraft report(Visit visit, Project project, VisitDefect d) {
        return new ReportDraft(
                project.code(),
                visit.course().visitedAt(),
                Channel.REVISIT,
                project.ownerContact(),
                project.ownerPhone(),
                d.category(),
                d.location(),
                description(d),
                d.emergency(),
                d.structural(),
                false,
                null,
                "工程回访" + visit.visitNo() + "发现,随回访记录录入");
    }

    /** As long as a report may be; the visit itself keeps the rest. */
    private static String description(VisitDefect d) {
        String measured = d.measured() == null ? "" : "(实测:" + d.measured() + ")";
        int room = ReportDraft.DESCRIPTION - measured.length();
        return (d.description().length() > room ? d.description().substring(0, room) : d.description()) + measured;
    }

    public boolean repairsOpen(String visitNo) {
        return !repository.openRepairs(visitNo).isEmpty();
    }

    /** A department answers what the owner raised. */
    public void answer(String visitNo, int seq, String answer) {
        VisitIssue issue = repository.issues(visitNo).stream()
                .filter(i -> i.seq() == seq)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no issue " + seq + " of " + visitNo));
        Actor actor = currentActor.get();
        if (!actor.groups().contains(issue.department())) {
            throw new NotPermittedException("只有" + directory.groupName(issue.department()) + "可以答复");
        }
        repository.answered(visitNo, seq, answer, clock.instant(), actor.userId());
        story.tell(visitNo, "答复移交事项", directory.groupName(issue.department()) + ":" + answer);
    }

    /**
     * The results are in: the project management department finds them good, or reports what is left as a new defect.
     *
     * @param left what is not in order yet, or null
     */
    public void verified(String visitNo, String result, @Nullable VisitDefect left) {
        Visit visit = visits.of(visitNo);
        currentActor.get().require("只有负责回访的单位的项目管理部可以核实", visit.unit(), Role.PMD);
        if (left == null) {
            List<String> open = repository.openRepairs(visitNo);
            if (!open.isEmpty()) {
                throw new InvalidInputException("verdict", "核实结论:报修" + String.join("、", open) + "尚未结案");
            }
            repository.verified(visitNo, clock.instant(), currentActor.get().userId(), result);
        } else {
            repository.addDefect(
                    visitNo, numbered(left, repository.defects(visitNo).size() + 1));
        }
        story.tell(visitNo, left == null ? "核实合格" : "核实不合格", result);
    }

    /** Nobody has visited by 24:00 of the last day. */
    public void overdue(String visitNo) {
        Visit visit = visits.of(visitNo);
        Project project = visits.project(visit.projectCode());
        notices.late(
                new Notification(
                        "revisit-overdue-" + visitNo + "-" + visit.lastDay(),
                        NotificationKind.BREACH,
                        visitNo,
                        visit.unit(),
                        false,
                        "【逾期督办】工程回访 " + visitNo + " " + project.name(),
                        "回访:" + visitNo + "\n项目:" + project.name() + "\n期限:" + visit.lastDay()
                                + " 24:00\n事项:到期仍未回访,请督促办理",
                        "/revisits/" + visitNo,
                        notices.supervisors(visit.unit(), visit.supervised())),
                "到期未回访");
    }

    public void supervised(String visitNo, String measures) {
        currentActor.get().require("只有负责回访的单位的项目管理部经理可以督办", visits.of(visitNo).unit(), Role.PMD_MANAGER);
        story.tell(visitNo, "督办", measures);
    }

    /** The visit, if the actor is of the team that visits. */
    private Visit entrusted(String visitNo) {
        Visit visit = visits.of(visitNo);
        currentActor.get().require("只有负责回访的人员可以登记", visit.unit(), VisitTeam.roles(visit.inWarranty()));
        return visit;
    }

    private static VisitDefect numbered(VisitDefect d, int seq) {
        return new VisitDefect(
                seq, d.category(), d.location(), d.description(), d.measured(), d.emergency(), d.structural(), null);
    }
}
