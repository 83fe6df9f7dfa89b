package cn.aftercare.revisit.years;

import cn.aftercare.revisit.app.PlanEditing;
import cn.aftercare.revisit.app.PlanOverview;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** The people of all units: each task is done by a person whose task it is, through its form, under that login. */
@TestComponent
class Staff {

    private final TaskService tasks;
    private final ManagementService management;
    private final IdentityService identity;
    private final PlanOverview plans;
    private final PlanEditing editing;
    private final Map<String, Login> logins = new ConcurrentHashMap<>();

    Staff(
            TaskService tasks,
            ManagementService management,
            IdentityService identity,
            PlanOverview plans,
            PlanEditing editing) {
        this.tasks = tasks;
        this.management = management;
        this.identity = identity;
        this.plans = plans;
        this.editing = editing;
    }

    private record Login(String user, List<String> groups, List<String> tenants) {}

    // plans --------------------------------------------------------------------------------------------------------

    /** The officer puts some lines off, takes a few out and adds one here and there, always with the reason. */
    void edit(String planNo, String instance, String unit, Random random) {
        String officer = unit + "-performance-officer";
        as(officer, () -> {
            for (int page = 0; ; page++) {
                var lines = plans.lines(planNo, page, 500).rows();
                lines.forEach(line -> {
                    int chance = random.nextInt(200);
                    if (chance < 4 && line.dueOn() != null) {
                        editing.change(
                                planNo,
                                line.id(),
                                new PlanEditing.Change(
                                        later(line.plannedOn(), line.dueOn().plusDays(10 + random.nextInt(40))),
                                        line.channel(),
                                        line.people(),
                                        line.focus(),
                                        "业主装修,约定改期"));
                    } else if (chance == 4) {
                        editing.cancel(planNo, line.id(), "业主书面谢绝本次回访");
                    } else if (chance == 5) {
                        editing.add(
                                planNo,
                                line.projectCode(),
                                new PlanEditing.Change(
                                        line.plannedOn().plusDays(30), line.channel(), null, null, "业主要求增加一次"));
                    }
                });
                if (lines.size() < 500) {
                    return null;
                }
            }
        });
        complete(officer, instance, "Task_EditPlan", Map.of("submitNote", ""));
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    void returnPlan(String instance, String unit) {
        complete(
                unit + "-pmd-manager",
                instance,
                "Task_ReviewPlan",
                Map.of("decision", "RETURN", "reviewRemarks", "请核对联系人"));
    }

    void resubmit(String instance, String unit) {
        complete(unit + "-performance-officer", instance, "Task_EditPlan", Map.of("submitNote", "已核对"));
    }

    void approve(String instance, String unit) {
        complete(unit + "-pmd-manager", instance, "Task_ReviewPlan", Map.of("decision", "APPROVE"));
    }

    void filePlan(String instance) {
        complete("hq-performance-officer", instance, "Task_FilePlan", Map.of("filingNote", ""));
    }

    /** The quickest honest end of a repair: the specialist finds that it was reported before. */
    void endRepair(String caseNo, String unit) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseNo)
                .taskName("下达维修任务单")
                .singleResult();
        complete(unit + "-after-sales", task, Map.of("decision", "NOT_ACCEPTED", "refusalReason", "重复报修"));
    }

    // engine -------------------------------------------------------------------------------------------------------

    /** Runs the jobs of the instance that wait for nothing but a worker. */
    void runJobs(String instance) {
        for (Job job : management
                .createJobQuery()
                .processInstanceId(instance)
                .messages()
                .list()) {
            management.executeJob(job.getId());
        }
    }

    void complete(String person, String instance, String taskId, Map<String, Object> fields) {
        Task task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(taskId)
                .singleResult();
        if (task == null) {
            throw new IllegalStateException("no task " + taskId + " in " + instance);
        }
        complete(person, task, fields);
    }

    void complete(String person, Task task, Map<String, Object> fields) {
        as(person, () -> {
            tasks.complete(task.getId(), new HashMap<>(fields));
            return null;
        });
    }

    <T> T as(String user, Supplier<T> action) {
        Login login = logins.computeIfAbsent(user, this::login);
        identity.setAuthentication(login.user(), login.groups(), login.tenants());
        try {
            return action.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private Login login(String user) {
        return new Login(
                user,
                identity.createGroupQuery().groupMember(user).list().stream()
                        .map(Group::getId)
                        .toList(),
                identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                        .map(Tenant::getId)
                        .toList());
    }
}
