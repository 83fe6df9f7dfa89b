package cn.aftercare.repair.app;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.PromiseOutcome;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.AcceptanceRound;
import cn.aftercare.repair.Finding;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.Stage;
import cn.aftercare.repair.persistence.CaseHistoryRepository;
import cn.aftercare.repair.persistence.RepairCaseRepository;
import cn.aftercare.repair.persistence.RepairCaseRepository.Filter;
import cn.aftercare.story.StoryEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds repair cases. */
@Service
@Transactional
public class RepairCases {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MAX_PAGE = 200;

    private final RepairCaseRepository cases;
    private final CaseHistoryRepository history;
    private final Story story;
    private final CurrentActor currentActor;
    private final Clock clock;

    RepairCases(
            RepairCaseRepository cases,
            CaseHistoryRepository history,
            Story story,
            CurrentActor currentActor,
            Clock clock) {
        this.cases = cases;
        this.history = history;
        this.story = story;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** One page of a list of cases; pages count from 0. */
    public record Page(List<RepairCase> cases, int page, int size, long total) {}

    /** What a list is narrowed to, days inclusive in Asia/Shanghai; null means any. */
    public record Query(
            @Nullable String unit,
            @Nullable Set<Stage> stages,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String text,
            @Nullable DefectCategory category,
            @Nullable Kept kept) {

        public Query(
                @Nullable String unit,
                @Nullable Set<Stage> stages,
                @Nullable LocalDate from,
                @Nullable LocalDate to,
                @Nullable String text) {
            this(unit, stages, from, to, text, null, null);
        }
    }

    /** Only cases that make this promise and in which one of these became of it. */
    public record Kept(CommitmentType promise, Set<PromiseOutcome> outcomes) {}

    /** The case whoever acts: for delegates and other services, which check permissions themselves. */
    @Transactional(readOnly = true)
    public Optional<RepairCase> find(String caseNo) {
        return cases.find(caseNo);
    }

    /** A case the engine is working on. */
    @Transactional(readOnly = true)
    public RepairCase of(String caseNo) {
        return cases.find(caseNo).orElseThrow(() -> new IllegalStateException("no case " + caseNo));
    }

    /**
     * The case, if the acting person may see its unit.
     *
     * @throws NotFoundException also when it exists but belongs to another unit
     */
    @Transactional(readOnly = true)
    public RepairCase visible(String caseNo) {
        Actor actor = currentActor.get();
        return cases.find(caseNo)
                .filter(c -> actor.maySee(c.unit()))
                .orElseThrow(() -> new NotFoundException("没有案件 " + caseNo));
    }

    /** The cases the acting person may see, newest first. */
    @Transactional(readOnly = true)
    public Page list(Query query, int page, int size) {
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
        Filter filter = filter(query);
        return new Page(cases.page(filter, (long) page * size, size), page, size, cases.count(filter));
    }

    /** The rows a query may read, narrowed to the units the acting person may see. */
    public Filter filter(Query query) {
        if (query.from() != null && query.to() != null && query.to().isBefore(query.from())) {
            throw new InvalidInputException("to", "截止日期(to):不能早于起始日期(from)");
        }
        Set<String> units = currentActor.get().visibleUnits(query.unit());
        return new Filter(
                units,
                query.stages(),
                query.from() == null ? null : query.from().atStartOfDay(ZONE).toInstant(),
                query.to() == null
                        ? null
                        : query.to().plusDays(1).atStartOfDay(ZONE).toInstant(),
                query.text() == null || query.text().isBlank()
                        ? null
                        : query.text().strip(),
                query.category(),
                query.kept() == null
                        ? null
                        : new RepairCaseRepository.Kept(
                                query.kept().promise(), query.kept().outcomes(), clock.instant()));
    }

    @Transactional(readOnly = true)
    public List<StoryEvent> story(String caseNo) {
        return story.of(caseNo);
    }

    @Transactional(readOnly = true)
    public List<Finding> findings(String caseNo) {
        return history.findings(caseNo);
    }

    @Transactional(readOnly = true)
    public List<AcceptanceRound> rounds(String caseNo) {
        return history.rounds(caseNo);
    }

    /** Triage has decided; the promises are planned by it. */
    public void triaged(String caseNo, CaseKind kind) {
        cases.kind(caseNo, kind);
    }

    /** The flow has come to a task of this stage. */
    public void stage(String caseNo, Stage stage) {
        cases.stage(caseNo, stage);
    }
}
