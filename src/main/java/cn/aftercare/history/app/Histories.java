package cn.aftercare.history.app;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentStatus;
import cn.aftercare.commitment.CommitmentStep;
import cn.aftercare.commitment.PauseRecord;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.history.Course;
import cn.aftercare.history.History;
import cn.aftercare.history.Step;
import cn.aftercare.history.StepKind;
import cn.aftercare.notification.Delivery;
import cn.aftercare.notification.app.DeliveryLog;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.RepairCases;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.app.Visits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The whole history of a case or visit, running or ended: the engine's memory beside reminders, promises, pauses and
 * notifications. Whoever may see the dossier may see it.
 */
@Service
@Transactional(readOnly = true)
public class Histories {

    private final EngineHistory engine;
    private final RepairCases cases;
    private final Visits visits;
    private final CommitmentService commitments;
    private final DeliveryLog deliveries;
    private final Directory directory;

    Histories(
            EngineHistory engine,
            RepairCases cases,
            Visits visits,
            CommitmentService commitments,
            DeliveryLog deliveries,
            Directory directory) {
        this.engine = engine;
        this.cases = cases;
        this.visits = visits;
        this.commitments = commitments;
        this.deliveries = deliveries;
        this.directory = directory;
    }

    /** @throws NotFoundException no such case, or not for this person */
    public History ofCase(String caseNo) {
        RepairCase repair = cases.visible(caseNo);
        return of(repair.caseNo(), repair.stage().ended());
    }

    /** @throws NotFoundException no such visit, or not for this person */
    public History ofVisit(String visitNo) {
        Visit visit = visits.visible(visitNo);
        return of(visit.visitNo(), visit.stage().ended());
    }

    /** @throws NotFoundException no such case or process, or not for this person */
    public String pictureOfCase(String caseNo, String courseId) {
        return picture(cases.visible(caseNo).caseNo(), courseId);
    }

    /** @throws NotFoundException no such visit or process, or not for this person */
    public String pictureOfVisit(String visitNo, String courseId) {
        return picture(visits.visible(visitNo).visitNo(), courseId);
    }

    private String picture(String dossierNo, String courseId) {
        return engine.picture(dossierNo, courseId).orElseThrow(() -> new NotFoundException(dossierNo + " 没有这个流程"));
    }

    private History of(String no, boolean over) {
        List<Course> courses = engine.courses(no);
        List<Step> steps = new ArrayList<>(engine.steps(courses));
        Map<Long, List<CommitmentStep>> reached = commitments.stepsOfCase(no);
        List<Commitment> promises = commitments.ofCase(no);
        for (Commitment promise : promises) {
            reached.getOrDefault(promise.id(), List.of()).stream()
                    .filter(step -> step.firedAt() != null)
                    .forEach(step -> steps.add(reminder(promise, step)));
            promise(promise, steps);
        }
        commitments.pausesOf(no).forEach(pause -> steps.add(pause(pause)));
        deliveries.ofCase(no).forEach(delivery -> steps.add(notice(delivery)));
        steps.sort(Comparator.comparing(Step::at));
        return new History(
                no,
                over,
                courses,
                steps,
                promises.stream().collect(Collectors.toMap(p -> Long.toString(p.id()), Commitment::label)));
    }

    private Step reminder(Commitment promise, CommitmentStep step) {
        String told = step.to().stream().map(this::groupOrPerson).collect(Collectors.joining("、"));
        return Step.moment(
                step.firedAt(),
                StepKind.REMINDER,
                step.level().label() + ":" + promise.label(),
                null,
                null,
                told.isEmpty() ? null : "已告知 " + told);
    }

    private static void promise(Commitment promise, List<Step> steps) {
        if (promise.metAt() != null) {
            steps.add(Step.moment(
                    promise.metAt(),
                    StepKind.PROMISE,
                    "兑现:" + promise.label(),
                    promise.status().label(),
                    null,
                    null));
        } else if (promise.status() == CommitmentStatus.BREACHED) {
            steps.add(Step.moment(
                    promise.dueAt(),
                    StepKind.PROMISE,
                    "到期:" + promise.label(),
                    promise.status().label(),
                    null,
                    null));
        }
    }

    private static Step pause(PauseRecord pause) {
        return new Step(
                pause.from(),
                pause.to(),
                StepKind.PAUSE,
                null,
                "暂停计时:" + pause.reason().label(),
                pause.to() == null ? "暂停中" : "已恢复",
                pause.pausedBy(),
                null,
                List.of(),
                pause.note());
    }

    private Step notice(Delivery delivery) {
        return Step.moment(
                delivery.createdAt(),
                StepKind.NOTICE,
                delivery.subject(),
                delivery.outcome() == null ? "发送中" : delivery.outcome().label(),
                null,
                delivery.channel().label() + " → "
                        + (delivery.addressee().equals("*") ? "全部" : groupOrPerson(delivery.addressee())));
    }

    private String groupOrPerson(String id) {
        String group = directory.groupName(id);
        return group.equals(id) ? directory.displayName(id) : group;
    }
}
