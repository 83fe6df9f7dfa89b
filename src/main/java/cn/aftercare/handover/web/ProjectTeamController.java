package cn.aftercare.handover.web;

import cn.aftercare.handover.Handover;
import cn.aftercare.handover.TeamPeriod;
import cn.aftercare.handover.TeamRole;
import cn.aftercare.handover.app.Handovers;
import cn.aftercare.handover.app.ProjectClosing;
import cn.aftercare.handover.app.TeamChanges;
import cn.aftercare.organisation.Person;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.Times;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /projects/{code}/team}: who is and was responsible, changes of people, closing the project. */
@Page
class ProjectTeamController {

    private final ProjectService projects;
    private final TeamChanges changes;
    private final ProjectClosing closing;
    private final Handovers handovers;
    private final Directory directory;
    private final Clock clock;

    ProjectTeamController(
            ProjectService projects,
            TeamChanges changes,
            ProjectClosing closing,
            Handovers handovers,
            Directory directory,
            Clock clock) {
        this.projects = projects;
        this.changes = changes;
        this.closing = closing;
        this.handovers = handovers;
        this.directory = directory;
        this.clock = clock;
    }

    record Row(
            String role,
            String name,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String reason,
            @Nullable String told) {}

    /** Who can take a role over. */
    record Choice(TeamRole role, List<Person> people) {}

    @GetMapping("/projects/{code}/team")
    ModelAndView team(
            @PathVariable("code") String code, @RequestParam(name = "moved", required = false) @Nullable String moved) {
        ModelAndView page = page(code, HttpStatus.OK, Map.of());
        if (moved != null && moved.matches("\\d{1,6}")) {
            page.addObject("done", "已更换,移交未办任务 " + moved + " 项。");
        }
        return page;
    }

    @PostMapping("/projects/{code}/team")
    ModelAndView replace(@PathVariable("code") String code, @RequestParam Map<String, String> fields) {
        return answer(code, fields, () -> {
            TeamChanges.Change change = changes.replace(
                    code,
                    new TeamChanges.Draft(
                            fields.get("role"), fields.get("userId"), fields.get("fromOn"), fields.get("reason")));
            return "/team?moved=" + change.movedTasks();
        });
    }

    @PostMapping("/projects/{code}/close")
    ModelAndView close(@PathVariable("code") String code, @RequestParam Map<String, String> fields) {
        return answer(code, fields, () -> {
            closing.close(code, fields.get("closeReason"));
            return "";
        });
    }

    private ModelAndView answer(String code, Map<String, String> fields, Supplier<String> action) {
        try {
            ModelAndView done = new ModelAndView("redirect:/projects/{code}" + action.get());
            done.addObject("code", code);
            return done;
        } catch (InvalidInputException e) {
            return refused(
                    code,
                    HttpStatus.BAD_REQUEST,
                    fields,
                    e.errors().stream().map(FieldError::message).toList());
        } catch (NotPermittedException e) {
            return refused(code, HttpStatus.FORBIDDEN, fields, List.of(e.getMessage()));
        } catch (ConflictException e) {
            return refused(code, HttpStatus.CONFLICT, fields, List.of(e.getMessage()));
        }
    }

    private ModelAndView refused(String code, HttpStatus status, Map<String, String> fields, List<String> errors) {
        ModelAndView page = page(code, status, fields);
        page.addObject("errors", errors);
        return page;
    }

    private ModelAndView page(String code, HttpStatus status, Map<String, String> fields) {
        Project project = projects.visible(code);
        ModelAndView page = new ModelAndView("project-team", status);
        page.addObject("code", project.code());
        page.addObject("name", project.name());
        page.addObject("unitName", directory.unitName(project.unit()));
        page.addObject("closedOn", project.closedOn());
        page.addObject(
                "handover", handovers.ofProject(project).map(Handover::number).orElse(null));
        page.addObject("warnings", project.team().warnings());
        page.addObject("rows", changes.history(project).stream().map(this::row).toList());
        page.addObject("mayClose", closing.mayClose(project));
        page.addObject(
                "choices",
                changes.mayChange(project)
                        ? Arrays.stream(TeamRole.values())
                                .map(role -> new Choice(role, changes.candidates(project, role)))
                                .toList()
                        : List.of());
        page.addObject("values", fields);
        page.addObject("today", LocalDate.ofInstant(clock.instant(), Times.ZONE));
        return page;
    }

    private Row row(TeamPeriod p) {
        return new Row(
                p.role().label(),
                p.name(),
                p.fromOn(),
                p.untilOn(),
                p.reason(),
                p.recordedBy() == null
                        ? null
                        : directory.displayName(p.recordedBy()) + " 登记于 " + Times.minute(p.recordedAt()));
    }
}
