package cn.aftercare.project.app;

import cn.aftercare.calendar.app.CalendarService;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.Entitlement;
import cn.aftercare.project.Project;
import cn.aftercare.project.ProjectClosed;
import cn.aftercare.project.ProjectsChanged;
import cn.aftercare.project.persistence.ProjectRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds and stores projects. */
@Service
public class ProjectService {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int MAX_PAGE = 200;

    private final ProjectRepository repository;
    private final CurrentActor currentActor;
    private final CalendarService calendars;
    private final ApplicationEventPublisher events;

    ProjectService(
            ProjectRepository repository,
            CurrentActor currentActor,
            CalendarService calendars,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.currentActor = currentActor;
        this.calendars = calendars;
        this.events = events;
    }

    /** The project whoever acts: for delegates and other services, which check permissions themselves. */
    @Transactional(readOnly = true)
    public Optional<Project> find(String code) {
        return repository.find(code);
    }

    /** Those of the projects that exist, whoever acts. */
    @Transactional(readOnly = true)
    public List<Project> findAll(Collection<String> codes) {
        return repository.findAll(codes);
    }

    /**
     * The project, if the acting person may see its unit.
     *
     * @throws NotFoundException also when it exists but belongs to another unit
     */
    @Transactional(readOnly = true)
    public Project visible(String code) {
        Actor actor = currentActor.get();
        return repository
                .find(code)
                .filter(project -> actor.maySee(project.unit()))
                .orElseThrow(() -> new NotFoundException("没有工程“" + code + "”"));
    }

    /**
     * The projects the acting person may see, by code.
     *
     * @param unit only this unit, or null
     * @param text part of code, name or owner, or null
     */
    @Transactional(readOnly = true)
    public ProjectPage list(String unit, String text, int page, int size) {
        List<FieldError> errors = new ArrayList<>();
        if (page < 0 || page > 1_000_000) {
            errors.add(new FieldError("page", "页码(page):应从 0 起"));
        }
        if (size < 1 || size > MAX_PAGE) {
            errors.add(new FieldError("size", "每页条数(size):应为 1 至 " + MAX_PAGE));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        Set<String> units = currentActor.get().visibleUnits(unit);
        List<String> codes = repository.codes(units, blankToNull(text), page * size, size);
        return new ProjectPage(repository.findAll(codes), page, size, repository.count(units, blankToNull(text)));
    }

    /** All projects the acting person may see, filtered like {@link #list}. */
    @Transactional(readOnly = true)
    public List<Project> all(String unit, String text) {
        return repository.findAll(
                repository.codes(currentActor.get().visibleUnits(unit), blankToNull(text), 0, Integer.MAX_VALUE));
    }

    /** The owners' mail addresses of those projects that have one, by code, whoever acts. */
    @Transactional(readOnly = true)
    public Map<String, String> ownerMails(Collection<String> codes) {
        return repository.ownerMails(codes);
    }

    /** Keeps others from changing the project until the transaction ends. */
    @Transactional
    public void lock(String code) {
        repository.lock(List.of(code));
    }

    /** Creates or replaces the project; asks for no permission. */
    @Transactional
    public void save(Project project) {
        repository.lock(List.of(project.code()));
        if (repository.find(project.code()).isPresent()) {
            repository.update(List.of(project));
        } else {
            repository.insert(List.of(project));
        }
        events.publishEvent(new ProjectsChanged(List.of(project.code())));
    }

    /** Says since when the project is looked after here; visits are owed from this day on. Asks for no permission. */
    @Transactional
    public void registeredOn(String code, LocalDate day) {
        repository.registeredOn(code, day);
    }

    /** Ends our care for the project on this day; asks for no permission. */
    @Transactional
    public void close(String code, LocalDate day, String reason, String by) {
        repository.close(code, day, reason, by);
        events.publishEvent(new ProjectClosed(code));
    }

    /** Entitlement at the instant the notice was received (T0), by the calendar in force. */
    public Entitlement judge(Project project, DefectCategory category, Instant receivedAt) {
        return project.judge(category, LocalDate.ofInstant(receivedAt, SHANGHAI), calendars.current());
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
