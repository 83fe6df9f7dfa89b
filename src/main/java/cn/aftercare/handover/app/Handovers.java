package cn.aftercare.handover.app;

import cn.aftercare.calendar.CalendarYearImported;
import cn.aftercare.calendar.app.CalendarService;
import cn.aftercare.handover.Handover;
import cn.aftercare.handover.HandoverList;
import cn.aftercare.handover.HandoverPolicy;
import cn.aftercare.handover.Naming;
import cn.aftercare.handover.persistence.HandoverRepository;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.project.Machine;
import cn.aftercare.project.Project;
import cn.aftercare.project.ProjectClosed;
import cn.aftercare.project.ProjectHandedOver;
import cn.aftercare.project.ProjectsChanged;
import cn.aftercare.project.Team;
import cn.aftercare.project.WarrantyEnd;
import cn.aftercare.project.WarrantyItem;
import cn.aftercare.project.app.ProjectService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes projects over at their completion acceptance (R-16..18, R-24..27, R-31, R-32). */
@Service
@Transactional
public class Handovers {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final HandoverRepository repository;
    private final ProjectService projects;
    private final CalendarService calendars;
    private final HandoverPolicy policy;
    private final HandoverFlow flow;
    private final HandoverStory story;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Handovers(
            HandoverRepository repository,
            ProjectService projects,
            CalendarService calendars,
            HandoverPolicy policy,
            HandoverFlow flow,
            HandoverStory story,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.projects = projects;
        this.calendars = calendars;
        this.policy = policy;
        this.flow = flow;
        this.story = story;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /** What was signed for a checklist. */
    public record SignOff(
            List<String> ticked,
            LocalDate doneOn,
            String responsible,
            @Nullable String receiver,
            @Nullable String note) {}

    /** A handover the engine is working on. */
    @Transactional(readOnly = true)
    public Handover of(String number) {
        return repository.find(number).orElseThrow(() -> new IllegalStateException("no handover " + number));
    }

    /**
     * The handover, if the acting person may see its unit.
     *
     * @throws NotFoundException also when it exists but belongs to another unit
     */
    @Transactional(readOnly = true)
    public Handover visible(String number) {
        return repository
                .find(number)
                .filter(h -> currentActor.get().maySee(h.unit()))
                .orElseThrow(() -> new NotFoundException("没有工程交付 " + number));
    }

    @Transactional(readOnly = true)
    public Project project(Handover handover) {
        return projects.find(handover.projectCode()).orElseThrow();
    }

    /** The projects the acting person may take over. */
    @Transactional(readOnly = true)
    public List<Project> startable() {
        Set<String> handedOver = new HashSet<>(repository.projectsHandedOver());
        return projects.all(null, null).stream()
                .filter(p -> !handedOver.contains(p.code()) && mayStart(p))
                .toList();
    }

    /** The handover of a project the acting person may see, if there was one. */
    @Transactional(readOnly = true)
    public Optional<Handover> ofProject(Project project) {
        return repository
                .ofProject(project.code())
                .filter(h -> currentActor.get().maySee(h.unit()));
    }

    @Transactional(readOnly = true)
    public boolean startable(Project project) {
        return mayStart(project) && repository.ofProject(project.code()).isEmpty();
    }

    private boolean mayStart(Project project) {
        return project.closedOn() == null && currentActor.get().hasRole(project.unit(), Role.PMD);
    }

    /**
     * The completion acceptance is recorded: from this day on warranty and revisits are counted.
     *
     * @throws InvalidInputException naming the field
     */
    public Handover start(String projectCode, LocalDate acceptedOn) {
        projects.lock(projectCode);
        Project project = projects.find(projectCode)
                .filter(p -> currentActor.get().maySee(p.unit()))
                .orElseThrow(() -> new InvalidInputException("projectCode", "工程:没有编号为“" + projectCode + "”的工程"));
        currentActor.get().require("只有管理单位的项目管理部可以办理工程交付", project.unit(), Role.PMD);
        if (project.closedOn() != null) {
            throw new InvalidInputException("projectCode", "工程:已于" + project.closedOn() + "关闭");
        }
        repository.ofProject(projectCode).ifPresent(h -> {
            throw new InvalidInputException("projectCode", "工程:已办理交付(" + h.number() + ")");
        });
        if (acceptedOn.isAfter(today())) {
            throw new InvalidInputException("acceptedOn", "竣工验收日期:不能晚于今天");
        }
        Handover handover = new Handover(
                "JF-%d-%06d".formatted(today().getYear(), repository.nextNumber()),
                projectCode,
                project.unit(),
                acceptedOn,
                currentActor.get().userId(),
                clock.instant(),
                null,
                null);
        repository.insert(handover);
        projects.save(project.with(acceptedOn, project.team(), project.items(), project.machines()));
        tell(handover, "竣工验收", handover.number() + ",竣工验收日期" + acceptedOn);
        return handover;
    }

    /**
     * A checklist is done and signed.
     *
     * @throws InvalidInputException naming what is not done
     */
    public void signOff(String number, HandoverList list, SignOff signed) {
        Handover handover = of(number);
        List<String> missing = list.items().stream()
                .filter(item -> !signed.ticked().contains(item))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidInputException("items", list.label() + ":尚未完成" + String.join("、", missing));
        }
        if (signed.doneOn().isAfter(today())) {
            throw new InvalidInputException("doneOn", "完成日期:不能晚于今天");
        }
        repository.signOff(
                number,
                list,
                signed.doneOn(),
                signed.responsible(),
                signed.receiver(),
                signed.note(),
                currentActor.get().userId(),
                clock.instant());
        tell(
                handover,
                list.label(),
                signed.doneOn() + "完成,负责人" + signed.responsible()
                        + (signed.receiver() == null ? "" : ",接收人" + signed.receiver())
                        + (signed.note() == null ? "" : "。" + signed.note()));
    }

    /**
     * The warranty file stands: items, team, machines.
     *
     * @throws InvalidInputException when no item has an end, or a substitute no reason
     */
    public void setUpFile(String number, Team team, List<WarrantyItem> items, List<Machine> machines) {
        Handover handover = of(number);
        Project project = project(handover);
        if (!project.projectManager().equals(team.managerName()) && team.substituteReason() == null) {
            throw new InvalidInputException(
                    "substituteReason", "更换原因:维保经理不是原项目经理(" + project.projectManager() + ")时必填");
        }
        Project filed = project.with(handover.acceptedOn(), team, items, machines);
        WarrantyEnd end = filed.warrantyEnd(calendars.current())
                .orElseThrow(() -> new InvalidInputException("warrantyItems", "保修项目:至少一项(主体结构之外)"));
        projects.save(filed);
        repository.filed(number, currentActor.get().userId(), clock.instant());
        tell(
                handover,
                "保修建档",
                "维保经理" + team.managerName() + ",技工" + team.technicians().size() + "名,保修至" + end.lastDay()
                        + (team.warnings().isEmpty() ? "" : "。" + String.join("、", team.warnings())));
    }

    /** Tells the house that the owner is to be trained. */
    public void startTraining(String number) {
        Handover h = of(number);
        events.publishEvent(new ProjectHandedOver(h.projectCode(), number, h.unit(), h.acceptedOn()));
        tell(h, "启动业主培训", null);
    }

    /** When the post-warranty managers are to be named, by the warranty as it is now. */
    @Transactional(readOnly = true)
    public Naming naming(String number) {
        Handover handover = of(number);
        return Naming.before(
                project(handover)
                        .warrantyEnd(calendars.current())
                        .map(WarrantyEnd::lastDay)
                        .orElse(handover.acceptedOn()),
                policy.naming());
    }

    /** Whether the project was closed; then the handover is over. */
    public boolean closed(String number) {
        boolean closed = project(of(number)).closedOn() != null;
        if (closed) {
            end(number);
        }
        return closed;
    }

    void end(String number) {
        repository.ended(number, clock.instant());
    }

    @EventListener
    public void projectsChanged(ProjectsChanged changed) {
        repository.waiting(changed.projectCodes()).forEach(h -> flow.reschedule(h.number(), naming(h.number())));
    }

    @EventListener
    public void calendarYearImported(CalendarYearImported imported) {
        repository.waiting().forEach(h -> flow.reschedule(h.number(), naming(h.number())));
    }

    @EventListener
    public void projectClosed(ProjectClosed closed) {
        repository
                .ofProject(closed.projectCode())
                .filter(h -> h.endedAt() == null)
                .ifPresent(h -> flow.closed(h.number()));
    }

    void tell(Handover handover, String title, @Nullable String detail) {
        story.tell(handover.projectCode(), title, detail);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
