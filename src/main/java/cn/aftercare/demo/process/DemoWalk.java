package cn.aftercare.demo.process;

import cn.aftercare.demo.DemoCase;
import cn.aftercare.demo.DemoStep;
import cn.aftercare.demo.DemoStep.ClocksPaused;
import cn.aftercare.demo.DemoStep.FormFilled;
import cn.aftercare.demo.DemoStep.PhotoTaken;
import cn.aftercare.demo.DemoStep.RecordScanned;
import cn.aftercare.demo.app.DemoProjects;
import cn.aftercare.demo.app.Pictures;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.engine.SystemAccess;
import cn.aftercare.platform.engine.VirtualTime;
import cn.aftercare.platform.form.FormTime;
import cn.aftercare.project.Project;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.repair.app.CasePauses;
import cn.aftercare.repair.app.ReportIntake;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Walks a demo case through its history the way the people do: each task by the person who sees it, with its form. */
@Component
@ConditionalOnProperty(name = "aftercare.demo-cases", havingValue = "true")
class DemoWalk {

    private final ReportIntake intake;
    private final CasePauses pauses;
    private final AttachmentService attachments;
    private final DemoProjects projects;
    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final Directory directory;
    private final DemoPeople people;
    private final SystemAccess system;
    private final VirtualTime time;

    DemoWalk(
            ReportIntake intake,
            CasePauses pauses,
            AttachmentService attachments,
            DemoProjects projects,
            RepositoryService repository,
            FormService forms,
            TaskService tasks,
            Directory directory,
            DemoPeople people,
            SystemAccess system,
            VirtualTime time) {
        this.intake = intake;
        this.pauses = pauses;
        this.attachments = attachments;
        this.projects = projects;
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.directory = directory;
        this.people = people;
        this.system = system;
        this.time = time;
    }

    /**
     * From the notice to where the case stands at {@code end}; the clock is left there.
     *
     * @param number tells the case and its pictures from the others
     */
    void walk(DemoCase demo, int number, Instant end) {
        time.set(demo.recordedAt());
        String caseNo = people.as(demo.recordedBy(), () -> intake.receive(demo.report(), "demo-" + number))
                .caseNo();
        for (DemoStep step : demo.steps()) {
            time.advance(step.at());
            take(step, caseNo, number);
        }
        time.advance(end);
    }

    /** The projects, as far as the acting person sees them. */
    List<Project> projects() {
        return projects.all();
    }

    /**
     * Starts the process with its start form.
     *
     * @return the number of what was started
     */
    String started(String login, String process, Map<String, Object> fields) {
        String definition = system.call(() -> repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId());
        return people.as(login, () -> forms.submitStartForm(definition, submitted(fields)))
                .getBusinessKey();
    }

    /**
     * Takes the step as its person does.
     *
     * @param number of case, plan or visit
     */
    void take(DemoStep step, String subject, int number) {
        people.as(step.login(), () -> {
            takeAs(step, subject, number);
            return null;
        });
    }

    /** Adds a paper; the number tells it from others. */
    void scan(String login, String subject, AttachmentPurpose purpose, String fileName, int number) {
        people.as(login, () -> attachments.upload(subject, purpose, fileName, Pictures.signedRecord(number)));
    }

    private void takeAs(DemoStep step, String caseNo, int number) {
        if (step instanceof FormFilled form) {
            complete(form, caseNo);
        } else if (step instanceof PhotoTaken photo) {
            attachments.upload(
                    caseNo, AttachmentPurpose.PHOTO, photo.fileName(), Pictures.photo(photo.picture(), number));
        } else if (step instanceof RecordScanned scan) {
            attachments.upload(caseNo, AttachmentPurpose.SIGNED_SCAN, scan.fileName(), Pictures.signedRecord(number));
        } else if (step instanceof ClocksPaused pause) {
            pauses.pause(caseNo, pause.reason(), pause.note(), pause.at());
        }
    }

    private void complete(FormFilled form, String caseNo) {
        Task task = system.call(() -> taskOf(form, caseNo));
        if (task.getAssignee() == null) {
            tasks.claim(task.getId(), form.login());
        }
        tasks.complete(task.getId(), submitted(form.fields()));
    }

    /** The task of the case with this form; if there are more, the oldest that this person may take. */
    private Task taskOf(FormFilled form, String caseNo) {
        List<Task> found = tasks
                .createTaskQuery()
                .processInstanceBusinessKey(caseNo)
                .initializeFormKeys()
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .filter(task -> task.getFormKey() != null && task.getFormKey().contains("/" + form.formId() + "/"))
                .toList();
        return found.stream()
                .filter(task -> found.size() == 1 || mayTake(form.login(), task))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        form.login() + " has no task with form " + form.formId() + " in case " + caseNo));
    }

    private boolean mayTake(String login, Task task) {
        List<String> groups = directory.groupsOf(login);
        return login.equals(task.getAssignee())
                || task.getAssignee() == null
                        && tasks.getIdentityLinksForTask(task.getId()).stream()
                                .anyMatch(link -> groups.contains(link.getGroupId()));
    }

    /** As Tasklist submits them. */
    private static Map<String, Object> submitted(Map<String, Object> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((key, value) -> variables.put(key, submitted(value)));
        return variables;
    }

    private static Object submitted(Object value) {
        if (value instanceof Instant instant) {
            return FormTime.format(instant);
        }
        if (value instanceof List<?> ticked) {
            SpinJsonNode array = Spin.JSON("[]");
            ticked.forEach(entry -> array.append(entry instanceof Map<?, ?> row ? Spin.JSON(row) : entry));
            return array;
        }
        return value;
    }
}
