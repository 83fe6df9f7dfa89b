package cn.aftercare.quality.app;

import cn.aftercare.notification.Notification;
import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.quality.Measure;
import cn.aftercare.quality.QualityAnswer;
import cn.aftercare.quality.QualityDeadlines;
import cn.aftercare.quality.QualityEnding;
import cn.aftercare.quality.QualityGrade;
import cn.aftercare.quality.QualityItem;
import cn.aftercare.quality.QualityItem.Aspects;
import cn.aftercare.quality.QualityRoute;
import cn.aftercare.quality.QualityState;
import cn.aftercare.quality.ReviewKind;
import cn.aftercare.quality.StepDeadline;
import cn.aftercare.quality.Verification;
import cn.aftercare.quality.persistence.HandlingRepository;
import cn.aftercare.quality.persistence.QualityItemRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What departments do with an item, from the classification to the verified effect (R-77..R-81). */
@Service
@Transactional
public class QualityWork {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DECISION = 2000;

    private final QualityItemRepository items;
    private final HandlingRepository handling;
    private final QualitySteps steps;
    private final QualityDeadlines deadlines;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final QualityStory story;
    private final Clock clock;

    QualityWork(
            QualityItemRepository items,
            HandlingRepository handling,
            QualitySteps steps,
            QualityDeadlines deadlines,
            Directory directory,
            CurrentActor currentActor,
            QualityStory story,
            Clock clock) {
        this.items = items;
        this.handling = handling;
        this.steps = steps;
        this.deadlines = deadlines;
        this.directory = directory;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /** The quality department says what is concerned and how grave it is, with a first analysis. */
    public void classified(long stepId, QualityGrade grade, Aspects aspects, String analysis) {
        StepDeadline step = steps.entrusted(stepId);
        if (aspects.label().isEmpty()) {
            throw new InvalidInputException("aspects", "涉及方面:至少选择一项");
        }
        items.classified(step.itemNo(), grade, aspects, analysis);
        steps.done(step);
        story.tell(step.itemNo(), "分类分级", grade.label() + "," + aspects.label() + ":" + analysis);
    }

    /**
     * The quality department says whether departments have to deal with it.
     *
     * @param decision why nobody has to; otherwise null
     */
    public void assessed(long stepId, boolean several, String assessment, @Nullable String decision) {
        StepDeadline step = steps.entrusted(stepId);
        Aspects a = items.item(step.itemNo()).orElseThrow().aspects();
        items.assessed(
                step.itemNo(), new Aspects(a.construction(), a.design(), a.qualitySystem(), several), assessment);
        if (decision != null) {
            items.settled(step.itemNo(), QualityEnding.DECIDED, decision);
        }
        steps.done(step);
        story.tell(
                step.itemNo(),
                decision == null ? "评估" : "评估:不需处理",
                assessment + (decision == null ? "" : ";" + decision));
    }

    /** A new round: these have to answer. */
    public void routed(String itemNo, List<QualityRoute> routes) {
        int round = items.item(itemNo).orElseThrow().roundNo() + 1;
        items.round(itemNo, round);
        routes.forEach(route -> handling.asked(itemNo, round, route));
        story.tell(
                itemNo,
                round == 1 ? "分送处理" : "再次分送处理(第" + round + "轮)",
                routes.stream().map(QualityRoute::label).collect(Collectors.joining("、")));
    }

    /**
     * A department says what it does about it, or decides.
     *
     * @throws InvalidInputException naming the field
     */
    public void answered(long stepId, String answer, @Nullable ReviewKind reviewKind, List<Measure> measures) {
        StepDeadline step = steps.entrusted(stepId);
        QualityItem item = items.item(step.itemNo()).orElseThrow();
        QualityRoute route = QualityRoute.valueOf(step.subject());
        if (route == QualityRoute.PMD && measures.isEmpty()) {
            throw new InvalidInputException("measures", "措施:至少填写一项纠正或预防措施");
        }
        if (route == QualityRoute.REVIEW && reviewKind == null) {
            throw new InvalidInputException("reviewKind", "评审方式:必填");
        }
        measures.forEach(m -> check(m, route.unitFor(item.unit())));
        Instant now = clock.instant();
        ReviewKind kind = route == QualityRoute.REVIEW ? reviewKind : null;
        handling.answered(
                item.itemNo(),
                item.roundNo(),
                route,
                answer,
                kind,
                now,
                currentActor.get().userId());
        measures.forEach(m -> handling.plan(
                item.itemNo(),
                new Measure(0, item.roundNo(), route, m.kind(), m.content(), m.person(), m.dueOn(), null, null, null)));
        steps.done(step);
        story.tell(item.itemNo(), route.label(), answer + (measures.isEmpty() ? "" : "(措施" + measures.size() + "项)"));
        settleIfDecided(item);
    }

    private void check(Measure measure, String unit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        if (measure.dueOn().isBefore(today)) {
            throw new InvalidInputException("measures", "完成期限:不能早于今天");
        }
        if (measure.dueOn().isAfter(today.plusYears(1))) {
            throw new InvalidInputException("measures", "完成期限:不能晚于一年以后");
        }
        Unit of = directory.unit(unit).orElseThrow();
        if (directory.staff(of).stream().noneMatch(p -> p.id().equals(measure.person()))) {
            throw new InvalidInputException("measures", "责任人:不是" + of.name() + "的人员");
        }
    }

    /** Everybody has answered and nobody has to do anything: what they said is the recorded decision. */
    private void settleIfDecided(QualityItem item) {
        List<QualityAnswer> answers = handling.answers(item.itemNo()).stream()
                .filter(a -> a.roundNo() == item.roundNo())
                .toList();
        boolean measures = handling.measures(item.itemNo()).stream().anyMatch(m -> m.roundNo() == item.roundNo());
        if (!measures && answers.stream().allMatch(a -> a.answer() != null)) {
            items.settled(
                    item.itemNo(),
                    QualityEnding.DECIDED,
                    Notification.cut(
                            answers.stream()
                                    .map(a -> a.route().label() + ":" + a.answer())
                                    .collect(Collectors.joining("\n")),
                            DECISION));
        }
    }

    /**
     * Somebody reports a measure done.
     *
     * @return when its effect is to be looked at, should it be the last one: 00:00 Asia/Shanghai
     */
    public Instant carriedOut(long stepId, String result) {
        StepDeadline step = steps.entrusted(stepId);
        QualityItem item = items.item(step.itemNo()).orElseThrow();
        Instant now = clock.instant();
        handling.done(
                item.itemNo(),
                Integer.parseInt(step.subject()),
                result,
                now,
                currentActor.get().userId());
        steps.done(step);
        story.tell(item.itemNo(), "措施完成", "第" + step.subject() + "项:" + result);
        if (handling.measures(item.itemNo()).stream().allMatch(m -> m.doneAt() != null)) {
            items.state(item.itemNo(), QualityState.OBSERVING);
        }
        return LocalDate.ofInstant(now, ZONE)
                .plusDays(deadlines.observationDays(item.grade()))
                .atStartOfDay(ZONE)
                .toInstant();
    }

    /** The quality department finds the measures effective, or asks for others. */
    public void verified(long stepId, boolean effective, String finding) {
        StepDeadline step = steps.entrusted(stepId);
        QualityItem item = items.item(step.itemNo()).orElseThrow();
        handling.verified(
                item.itemNo(),
                new Verification(
                        item.roundNo(),
                        effective,
                        finding,
                        clock.instant(),
                        currentActor.get().userId()));
        if (effective) {
            items.settled(item.itemNo(), QualityEnding.EFFECTIVE, finding);
        }
        steps.done(step);
        story.tell(item.itemNo(), effective ? "验证有效" : "验证无效", finding);
    }
}
