package cn.aftercare.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.context.TestComponent;

/** Goes through a flow step by step, by business key and task name, as the people whose tasks they are. */
@TestComponent
public class Steps {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final IdentityService identity;
    private final FormService forms;
    private final RepositoryService repository;

    Steps(
            TaskService tasks,
            RuntimeService runtime,
            ManagementService management,
            IdentityService identity,
            FormService forms,
            RepositoryService repository) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.management = management;
        this.identity = identity;
        this.forms = forms;
        this.repository = repository;
    }

    public static Instant at(String offsetDateTime) {
        return OffsetDateTime.parse(offsetDateTime).toInstant();
    }

    public <T> T as(String person, Supplier<T> action) {
        return LoggedIn.as(identity, person, action);
    }

    /** Submits the start form; gives the business key. */
    public String start(String person, String process, Map<String, Object> fields) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        return as(person, () -> forms.submitStartForm(definition, fields)).getBusinessKey();
    }

    /** Completes the one task of this name with the fields of its form. */
    public void complete(String person, String key, String taskName, Map<String, Object> fields) {
        complete(person, task(key, taskName), fields);
    }

    public void complete(String person, Task task, Map<String, Object> fields) {
        as(person, () -> {
            tasks.complete(task.getId(), new HashMap<>(fields));
            return null;
        });
    }

    public Task task(String key, String name) {
        List<Task> found = tasks(key, name);
        assertThat(found).as("task %s among %s", name, open(key)).hasSize(1);
        return found.get(0);
    }

    /** In the order they were created. */
    public List<Task> tasks(String key, String name) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskName(name)
                .orderByTaskCreateTime()
                .asc()
                .list();
    }

    public List<String> open(String key) {
        return tasks.createTaskQuery().processInstanceBusinessKey(key).list().stream()
                .map(Task::getName)
                .sorted()
                .toList();
    }

    public Instant due(String key, String taskName) {
        return task(key, taskName).getDueDate().toInstant();
    }

    public boolean running(String key) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .count()
                > 0;
    }

    /** Runs the one job that is due: of the instance with this business key. */
    public void job(String key) {
        List<Job> due = jobs(key).stream()
                .filter(j -> !due(j).isAfter(EngineTime.now()))
                .toList();
        assertThat(due).as("due jobs of " + key).hasSize(1);
        management.executeJob(due.get(0).getId());
    }

    /** Starts a process that starts by time; its timer was set by the machine's clock when the model was deployed. */
    public void timer(String process) {
        management.executeJob(management
                .createJobQuery()
                .processDefinitionKey(process)
                .singleResult()
                .getId());
    }

    /** The instance's one timer at the instant: a second before the engine leaves it alone, at it, it fires. */
    public void fires(String key, String offsetDateTime) {
        Instant at = at(offsetDateTime);
        List<Job> timers = jobs(key).stream().filter(j -> due(j).equals(at)).toList();
        assertThat(timers).as("timers of %s at %s among %s", key, at, dues(key)).hasSize(1);
        EngineTime.set(at.minusSeconds(1));
        assertThat(executable(timers.get(0))).isFalse();
        EngineTime.set(at);
        assertThat(executable(timers.get(0))).isTrue();
        management.executeJob(timers.get(0).getId());
    }

    /** When the instance's timers stand. */
    public List<Instant> dues(String key) {
        return jobs(key).stream().map(Steps::due).sorted().toList();
    }

    private boolean executable(Job job) {
        return management.createJobQuery().jobId(job.getId()).executable().count() == 1;
    }

    private List<Job> jobs(String key) {
        List<Job> jobs = new ArrayList<>();
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .list()
                .forEach(i -> jobs.addAll(
                        management.createJobQuery().processInstanceId(i.getId()).list()));
        return jobs;
    }

    private static Instant due(Job job) {
        return job.getDuedate() == null
                ? job.getCreateTime().toInstant()
                : job.getDuedate().toInstant();
    }
}
