package cn.aftercare.platform.form;

import cn.aftercare.problem.NotFoundException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.UriUtils;

/**
 * Leads from a task to its form. The keys of forms name the task instead of what the form is about, because a list of
 * tasks works out the key of each, and a variable in it costs three statements where the task itself costs none.
 */
@Controller
class TaskFormController {

    private final TaskService tasks;

    TaskFormController(TaskService tasks) {
        this.tasks = tasks;
    }

    @GetMapping("/forms/{formId}/{taskId}/{variable}")
    String form(
            @PathVariable("formId") String formId,
            @PathVariable("taskId") String taskId,
            @PathVariable("variable") String variable) {
        // The query finds what the person may see only.
        if (!FormKeys.SUBJECTS.contains(variable)
                || tasks.createTaskQuery().taskId(taskId).count() == 0) {
            throw new NotFoundException("没有待办任务 " + taskId + ",可能已经办完");
        }
        Object subject = tasks.getVariable(taskId, variable); // a text, or the number of a commitment
        return "forward:/forms/" + formId + "/" + UriUtils.encode(String.valueOf(subject), StandardCharsets.UTF_8);
    }
}
