package cn.aftercare.platform.form;

import cn.aftercare.problem.NotFoundException;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriUtils;

/** Leads from a project to the start form of a process in Tasklist, the project already filled in. */
@Controller
class StartController {

    private final RepositoryService repository;
    private final Clock clock;

    StartController(RepositoryService repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Whether the person may start it for this project is checked when the form comes in. */
    @PostMapping("/start/{process}")
    RedirectView start(
            @PathVariable("process") String process, @RequestParam("projectCode") String project, HttpSession session) {
        ProcessDefinition definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .startableInTasklist()
                .startablePermissionCheck()
                .singleResult();
        if (definition == null) {
            throw new NotFoundException("没有可以启动的流程 " + process);
        }
        ChosenProject.choose(session, project, clock);
        return new RedirectView(
                "/camunda/app/tasklist/default/#/?start="
                        + UriUtils.encode(definition.getName(), StandardCharsets.UTF_8),
                true);
    }
}
