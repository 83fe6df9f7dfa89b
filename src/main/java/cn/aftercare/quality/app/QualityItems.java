package cn.aftercare.quality.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.quality.ContactChannel;
import cn.aftercare.quality.Measure;
import cn.aftercare.quality.QualityAnswer;
import cn.aftercare.quality.QualityDraft;
import cn.aftercare.quality.QualityItem;
import cn.aftercare.quality.QualitySource;
import cn.aftercare.quality.StepDeadline;
import cn.aftercare.quality.Verification;
import cn.aftercare.quality.persistence.HandlingRepository;
import cn.aftercare.quality.persistence.QualityItemRepository;
import cn.aftercare.quality.persistence.StepRepository;
import cn.aftercare.story.StoryEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes quality information in, by hand and from what happens elsewhere, and knows it (R-74..R-76). */
@Service
@Transactional
public class QualityItems {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final QualityItemRepository items;
    private final HandlingRepository handling;
    private final StepRepository steps;
    private final ProjectService projects;
    private final QualityFlow flow;
    private final QualityStory story;
    private final CurrentActor currentActor;
    private final Clock clock;

    QualityItems(
            QualityItemRepository items,
            HandlingRepository handling,
            StepRepository steps,
            ProjectService projects,
            QualityFlow flow,
            QualityStory story,
            CurrentActor currentActor,
            Clock clock) {
        this.items = items;
        this.handling = handling;
        this.steps = steps;
        this.projects = projects;
        this.flow = flow;
        this.story = story;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Who may take quality information down for a project: the quality department, and the unit's own people. */
    public static boolean mayReport(Actor actor, Project project) {
        return actor.hasRole(Actor.HQ, Role.QUALITY) || actor.hasRole(project.unit(), Role.PMD, Role.AFTER_SALES);
    }

    /**
     * What somebody was told or saw, as typed in.
     *
     * @param references numbers of cases, visits and surveys behind it
     */
    public record Report(
            String projectCode,
            QualitySource source,
            @Nullable ContactChannel channel,
            String content,
            boolean byOwner,
            @Nullable String ownerName,
            @Nullable String ownerPhone,
            List<String> references) {}

    /**
     * Takes down quality information; the flow is already under way.
     *
     * @throws InvalidInputException naming the field
     * @throws NotPermittedException unless the actor is of the quality department, or of the PMD or after-sales of the unit
     */
    public QualityItem byHand(Report report) {
        Actor actor = currentActor.get();
        Project project = projects.find(report.projectCode())
                .filter(p -> actor.maySee(p.unit()))
                .orElseThrow(
                        () -> new InvalidInputException("projectCode", "工程:没有编号为“" + report.projectCode() + "”的工程"));
        if (!mayReport(actor, project)) {
            throw new NotPermittedException("只有质量部门和工程管理单位的项目管理部、售后服务专员可以登记质量信息");
        }
        if (report.source() == QualitySource.COMPLAINT && report.channel() == null) {
            throw new InvalidInputException("channel", "投诉方式:来源为投诉时必填");
        }
        if (report.byOwner() && report.ownerName() == null) {
            throw new InvalidInputException("ownerName", "业主方提出人:由业主提出时必填");
        }
        for (String reference : report.references()) {
            if (!reference.matches("(BX|HF|MYD)-\\d{4}-\\d{1,9}")) {
                throw new InvalidInputException("references", "相关编号:“" + reference + "”不是案件、回访或调查编号");
            }
        }
        QualityDraft draft = new QualityDraft(
                project.code(),
                project.unit(),
                report.source(),
                report.source() == QualitySource.COMPLAINT ? report.channel() : null,
                null,
                report.content(),
                report.byOwner(),
                report.ownerName(),
                report.ownerPhone(),
                null,
                report.references());
        return keep(draft, actor.userId()).orElseThrow();
    }

    /**
     * Something elsewhere became quality information by itself; its flow is started. The same origin again raises nothing.
     *
     * @param raisedBy login, or {@code system}
     */
    public void raise(QualityDraft draft, String raisedBy) {
        keep(draft, raisedBy).ifPresent(flow::start);
    }

    private Optional<QualityItem> keep(QualityDraft draft, String raisedBy) {
        Instant now = clock.instant();
        String itemNo = "ZL-%d-%06d".formatted(now.atZone(ZONE).getYear(), items.nextNumber());
        if (!items.insert(itemNo, draft, raisedBy, now)) {
            return Optional.empty();
        }
        story.tell(itemNo, "收集", draft.source().label() + ":" + draft.content());
        return items.item(itemNo);
    }

    public void started(String itemNo, String processInstanceId) {
        items.process(itemNo, processInstanceId);
    }

    /** An item the engine is working on. */
    @Transactional(readOnly = true)
    public QualityItem of(String itemNo) {
        return items.item(itemNo).orElseThrow(() -> new IllegalStateException("no quality item " + itemNo));
    }

    /**
     * The item, if the acting person may see its unit.
     *
     * @throws NotFoundException also when it exists but belongs to another unit
     */
    @Transactional(readOnly = true)
    public QualityItem visible(String itemNo) {
        return items.item(itemNo)
                .filter(i -> currentActor.get().maySee(i.unit()))
                .orElseThrow(() -> new NotFoundException("没有质量信息 " + itemNo));
    }

    /** The item this raised, whoever asks. */
    @Transactional(readOnly = true)
    public Optional<QualityItem> ofOrigin(String origin) {
        return items.ofOrigin(origin);
    }

    @Transactional(readOnly = true)
    public List<String> references(String itemNo) {
        return items.references(itemNo);
    }

    @Transactional(readOnly = true)
    public List<QualityAnswer> answers(String itemNo) {
        return handling.answers(itemNo);
    }

    @Transactional(readOnly = true)
    public List<Measure> measures(String itemNo) {
        return handling.measures(itemNo);
    }

    /** The measures asked for in the round that is under way. */
    @Transactional(readOnly = true)
    public List<Measure> measuresOfRound(String itemNo) {
        int round = of(itemNo).roundNo();
        return handling.measures(itemNo).stream()
                .filter(m -> m.roundNo() == round)
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Verification> verifications(String itemNo) {
        return handling.verifications(itemNo);
    }

    @Transactional(readOnly = true)
    public List<StepDeadline> steps(String itemNo) {
        return steps.ofItem(itemNo);
    }

    @Transactional(readOnly = true)
    public List<StoryEvent> story(String itemNo) {
        return story.of(itemNo);
    }
}
