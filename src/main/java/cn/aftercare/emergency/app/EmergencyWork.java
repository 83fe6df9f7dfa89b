package cn.aftercare.emergency.app;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.emergency.Emergency;
import cn.aftercare.emergency.persistence.EmergencyRepository;
import cn.aftercare.notification.Notification;
import cn.aftercare.notification.NotificationKind;
import cn.aftercare.notification.Notifications;
import cn.aftercare.organisation.Role;
import cn.aftercare.platform.form.FormTime;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.repair.Occurrence;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.Findings;
import cn.aftercare.repair.app.Preparations;
import cn.aftercare.repair.app.RepairCases;
import cn.aftercare.repair.app.Story;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People out at once, danger away, loss stopped; everything else comes later (R-05, R-25..R-27). */
@Service
@Transactional
public class EmergencyWork {

    private final EmergencyRepository emergencies;
    private final RepairCases cases;
    private final Preparations preparations;
    private final Findings findings;
    private final Story story;
    private final ProjectService projects;
    private final Notifications notifications;
    private final Clock clock;

    EmergencyWork(
            EmergencyRepository emergencies,
            RepairCases cases,
            Preparations preparations,
            Findings findings,
            Story story,
            ProjectService projects,
            Notifications notifications,
            Clock clock) {
        this.emergencies = emergencies;
        this.cases = cases;
        this.preparations = preparations;
        this.findings = findings;
        this.story = story;
        this.projects = projects;
        this.notifications = notifications;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Emergency> find(String caseNo) {
        return emergencies.find(caseNo);
    }

    /**
     * Sends the resident crew out.
     *
     * @param needed how many people are asked for; fewer of our own makes {@code borrowed} mandatory
     * @param leadId login of the site technician who leads
     */
    public void dispatch(
            String caseNo,
            Instant dispatchedAt,
            String dutyPerson,
            int needed,
            String leadId,
            List<String> crew,
            @Nullable String borrowed) {
        Instant at = happened(caseNo, "dispatchedAt", "派出时间", dispatchedAt, null);
        if (crew.size() < needed && borrowed == null) {
            throw new InvalidInputException(
                    "borrowedCrew", "从公司调用:出动技工" + crew.size() + "人,少于需要的" + needed + "人,必须填写调用人员");
        }
        preparations.allotCrew(caseNo, leadId, crew, borrowed);
        emergencies.dispatched(caseNo, at, dutyPerson, needed, String.join("、", crew), borrowed);
        story.tell(caseNo, "派遣抢修人员", "值班负责人 " + dutyPerson + ";需要 " + needed + " 人");
        sent(cases.of(caseNo), at, dutyPerson, leadId, crew, borrowed);
    }

    /** Whoever leads the crew is told at once, and the manager who would have to send more people. */
    private void sent(
            RepairCase c, Instant at, String dutyPerson, String leadId, List<String> crew, @Nullable String borrowed) {
        Project project = projects.find(c.report().projectCode()).orElseThrow();
        notifications.send(Notification.ofCase(
                "dispatch-" + c.caseNo() + "-" + at.getEpochSecond(),
                NotificationKind.DISPATCH,
                c.caseNo(),
                c.unit(),
                true,
                "【" + NotificationKind.DISPATCH.label() + "】" + c.kind().label() + " " + c.caseNo() + " "
                        + project.name(),
                String.join(
                        "\n",
                        "案件:" + c.caseNo() + "(" + c.kind().label() + ")",
                        "项目:" + project.name(),
                        "地点:" + project.address() + " " + c.report().location(),
                        "险情:" + c.report().description(),
                        "报修人:" + c.report().reporterName() + " " + c.report().reporterPhone(),
                        "派出:" + FormTime.readable(at),
                        "值班负责人:" + dutyPerson,
                        "人员:"
                                + Stream.concat(crew.stream(), Stream.ofNullable(borrowed))
                                        .collect(Collectors.joining("、"))),
                List.of(leadId, Role.PMD_MANAGER.groupOf(c.unit()))));
    }

    /** @return when the crew was on the spot */
    public Instant arrived(String caseNo, Instant arrivedAt, String crew, String whereabouts) {
        Instant at = happened(caseNo, "arrivedAt", "到场时间", arrivedAt, null);
        emergencies.arrived(caseNo, at, crew, whereabouts);
        story.tell(caseNo, "抢修人员到场", crew + ";" + whereabouts);
        return at;
    }

    /**
     * The danger is away and the loss stopped.
     *
     * @param structural the structure is concerned: the case leaves for structural safety at once
     * @param cost CNY, what it cost the company
     */
    public void madeSafe(String caseNo, Instant safeAt, String measures, BigDecimal cost, boolean structural) {
        Instant arrived = emergencies.find(caseNo).map(Emergency::arrivedAt).orElse(null);
        Instant at = happened(caseNo, "safeAt", "排险完成时间", safeAt, arrived);
        emergencies.madeSafe(caseNo, at, measures, cost);
        story.tell(caseNo, "排险止损", measures);
        if (structural) {
            findings.foundAtWork(caseNo, cases.of(caseNo).kind() == CaseKind.EMERGENCY, true, measures);
        }
    }

    private Instant happened(String caseNo, String field, String label, Instant at, @Nullable Instant after) {
        Instant received = cases.of(caseNo).report().receivedAt();
        return after == null
                ? Occurrence.checked(field, label, at, "接报时间", received, clock.instant())
                : Occurrence.checked(field, label, at, "到场时间", after, clock.instant());
    }
}
