package cn.aftercare.history.process;

import cn.aftercare.history.Course;
import cn.aftercare.history.Step;
import cn.aftercare.history.StepKind;
import cn.aftercare.history.app.EngineHistory;
import cn.aftercare.platform.engine.SystemAccess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricIncident;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the engine's history of a business key: the process itself, those it called, and the clocks beside it. */
@Component
class EngineCourses implements EngineHistory {

    /** What happened, by type of element; anything else (gateways, scopes of loops) says nothing to people. */
    private static final Map<String, StepKind> KINDS = Map.ofEntries(
            Map.entry("userTask", StepKind.TASK),
            Map.entry("serviceTask", StepKind.WORK),
            Map.entry("sendTask", StepKind.WORK),
            Map.entry("businessRuleTask", StepKind.DECISION),
            Map.entry("callActivity", StepKind.CALL),
            Map.entry("startEvent", StepKind.START),
            Map.entry("messageStartEvent", StepKind.START),
            Map.entry("startTimerEvent", StepKind.START),
            Map.entry("noneEndEvent", StepKind.END),
            Map.entry("terminateEndEvent", StepKind.END),
            Map.entry("messageEndEvent", StepKind.END),
            Map.entry("errorEndEvent", StepKind.END),
            Map.entry("escalationEndEvent", StepKind.END));

    /** Variable of {@code service-commitment}. */
    private static final String COMMITMENT_ID = "commitmentId";

    private final HistoryService history;
    private final RepositoryService repository;
    private final SubmittedFields submitted;
    private final SystemAccess system;

    EngineCourses(
            HistoryService history, RepositoryService repository, SubmittedFields submitted, SystemAccess system) {
        this.history = history;
        this.repository = repository;
        this.submitted = submitted;
        this.system = system;
    }

    @Override
    public List<Course> courses(String dossierNo) {
        return system.call(() -> {
            List<HistoricProcessInstance> instances = instances(dossierNo);
            Map<String, String> promises = promises(instances);
            return instances.stream()
                    .map(i -> course(i, promises.get(i.getId())))
                    .toList();
        });
    }

    /** The promise of each clock, by instance. */
    private Map<String, String> promises(List<HistoricProcessInstance> instances) {
        Map<String, String> promises = new HashMap<>();
        if (!instances.isEmpty()) {
            history.createHistoricVariableInstanceQuery()
                    .processInstanceIdIn(instances.stream()
                            .map(HistoricProcessInstance::getId)
                            .toArray(String[]::new))
                    .variableName(COMMITMENT_ID)
                    .list()
                    .forEach(v -> promises.put(v.getProcessInstanceId(), String.valueOf(v.getValue())));
        }
        return promises;
    }

    private List<HistoricProcessInstance> instances(String dossierNo) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(dossierNo)
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                // Of the same second: what was called after its caller, otherwise in a steady order.
                .sorted(Comparator.comparing(HistoricProcessInstance::getStartTime)
                        .thenComparing(i -> i.getSuperProcessInstanceId() != null)
                        .thenComparing(HistoricProcessInstance::getId))
                .toList();
    }

    private Course course(HistoricProcessInstance i, @Nullable String commitmentId) {
        ProcessDefinition definition = repository.getProcessDefinition(i.getProcessDefinitionId());
        return new Course(
                i.getId(),
                definition.getKey(),
                definition.getName(),
                i.getSuperProcessInstanceId(),
                commitmentId,
                i.getStartTime().toInstant(),
                i.getStartUserId(),
                instant(i.getEndTime()),
                switch (i.getState()) {
                    case HistoricProcessInstance.STATE_COMPLETED -> Course.State.COMPLETED;
                    case HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED,
                            HistoricProcessInstance.STATE_INTERNALLY_TERMINATED -> Course.State.TERMINATED;
                    default -> Course.State.RUNNING;
                });
    }

    @Override
    public List<Step> steps(List<Course> courses) {
        if (courses.isEmpty()) {
            return List.of();
        }
        return system.call(() -> {
            List<HistoricActivityInstance> happened = new ArrayList<>();
            Map<String, Deed> deeds = new HashMap<>();
            List<Step> steps = new ArrayList<>();
            for (Course course : courses) {
                List<HistoricActivityInstance> ofCourse = activities(course.id());
                happened.addAll(ofCourse);
                deeds.putAll(deeds(course, ofCourse));
                incidents(course, steps);
            }
            Map<String, List<Step.Field>> fields = submitted.byActivity(happened);
            happened.stream()
                    .filter(a -> kind(a) != null)
                    .map(a -> step(
                            a, deeds.getOrDefault(a.getId(), Deed.NOBODYS), fields.getOrDefault(a.getId(), List.of())))
                    .forEach(steps::add);
            steps.sort(Comparator.comparing(Step::at));
            return steps;
        });
    }

    private List<HistoricActivityInstance> activities(String courseId) {
        return history.createHistoricActivityInstanceQuery()
                .processInstanceId(courseId)
                .orderPartiallyByOccurrence()
                .asc()
                .list();
    }

    /** What a person had to do with an activity: when it was taken on, by whom it was done or is to be done. */
    private record Deed(
            @Nullable Instant claimedAt, @Nullable String person) {
        static final Deed NOBODYS = new Deed(null, null);
    }

    /** By activity instance; the last claim stands. */
    private Map<String, Deed> deeds(Course course, List<HistoricActivityInstance> activities) {
        Map<String, Deed> deeds = new HashMap<>();
        List<HistoricActivityInstance> tasks =
                activities.stream().filter(a -> a.getTaskId() != null).toList();
        if (!tasks.isEmpty()) {
            Map<String, UserOperationLogEntry> claims = operations(course, UserOperationLogEntry.OPERATION_TYPE_CLAIM);
            Map<String, UserOperationLogEntry> ends = operations(course, UserOperationLogEntry.OPERATION_TYPE_COMPLETE);
            for (HistoricActivityInstance task : tasks) {
                UserOperationLogEntry claim = claims.get(task.getTaskId());
                UserOperationLogEntry end = ends.get(task.getTaskId());
                deeds.put(
                        task.getId(),
                        new Deed(
                                claim == null ? null : claim.getTimestamp().toInstant(),
                                end == null ? task.getAssignee() : end.getUserId()));
            }
        }
        activities.stream()
                .filter(a -> kind(a) == StepKind.START && course.callerId() == null)
                // The start of a scope inside has that scope as its parent.
                .filter(a -> a.getParentActivityInstanceId().equals(course.id()))
                .forEach(a -> deeds.put(a.getId(), new Deed(null, course.startedBy())));
        return deeds;
    }

    /** By task, the last one. */
    private Map<String, UserOperationLogEntry> operations(Course course, String type) {
        Map<String, UserOperationLogEntry> operations = new HashMap<>();
        history.createUserOperationLogQuery()
                .processInstanceId(course.id())
                .operationType(type)
                .orderByTimestamp()
                .asc()
                .list()
                .forEach(entry -> operations.put(entry.getTaskId(), entry));
        return operations;
    }

    private static @Nullable StepKind kind(HistoricActivityInstance a) {
        StepKind kind = KINDS.get(a.getActivityType());
        boolean event = a.getActivityType().startsWith("intermediate")
                || a.getActivityType().startsWith("boundary");
        return kind == null && event ? StepKind.EVENT : kind;
    }

    private static Step step(HistoricActivityInstance a, Deed deed, List<Step.Field> fields) {
        return new Step(
                a.getStartTime().toInstant(),
                instant(a.getEndTime()),
                kind(a),
                a.getProcessInstanceId(),
                a.getActivityName() == null ? a.getActivityId() : a.getActivityName(),
                state(a, a.getTaskId() != null),
                deed.person(),
                deed.claimedAt(),
                fields,
                null);
    }

    private static @Nullable String state(HistoricActivityInstance a, boolean task) {
        if (a.isCanceled()) {
            return "已取消";
        }
        if (a.getEndTime() == null) {
            return "进行中";
        }
        return task ? "已完成" : null;
    }

    private void incidents(Course course, List<Step> steps) {
        for (HistoricIncident i : history.createHistoricIncidentQuery()
                .processInstanceId(course.id())
                .list()) {
            steps.add(new Step(
                    i.getCreateTime().toInstant(),
                    instant(i.getEndTime()),
                    StepKind.INCIDENT,
                    course.id(),
                    "执行失败:" + nameOf(i),
                    i.isOpen() ? "待处理" : "已处理",
                    null,
                    null,
                    List.of(),
                    i.getIncidentMessage()));
        }
    }

    private String nameOf(HistoricIncident incident) {
        BpmnModelInstance model = repository.getBpmnModelInstance(incident.getProcessDefinitionId());
        return Optional.ofNullable(incident.getActivityId())
                .map(id -> (FlowElement) model.getModelElementById(id))
                .map(FlowElement::getName)
                .orElse("系统处理");
    }

    @Override
    public Optional<String> picture(String dossierNo, String courseId) {
        return system.call(() -> instances(dossierNo).stream()
                .filter(i -> i.getId().equals(courseId))
                .findFirst()
                .map(i -> new ModelPicture(
                                repository.getBpmnModelInstance(i.getProcessDefinitionId()),
                                new Path(activities(courseId)))
                        .svg()));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
