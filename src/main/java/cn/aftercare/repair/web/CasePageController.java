package cn.aftercare.repair.web;

import cn.aftercare.agreement.app.Quotes;
import cn.aftercare.audit.web.ShownPersonalData;
import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentStep;
import cn.aftercare.commitment.PauseReason;
import cn.aftercare.commitment.Severity;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.emergency.app.EmergencyWork;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.organisation.app.WebApps;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.TasklistLinks;
import cn.aftercare.platform.web.Times;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.problem.ProblemException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.record.app.RecordArchive;
import cn.aftercare.record.web.Uploads;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.CaseOverview;
import cn.aftercare.repair.app.CasePauses;
import cn.aftercare.repair.app.OpenTask;
import cn.aftercare.repair.app.Reclassification;
import cn.aftercare.repair.app.RepairCases;
import cn.aftercare.repair.app.RepairFlow;
import cn.aftercare.structural.app.StructuralWork;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The page {@code /cases/{caseNo}}: everything about a case, its files, the pause of its clocks, and what it is treated as. */
@Page
class CasePageController {

    private final RepairCases cases;
    private final RepairFlow flow;
    private final CaseOverview overview;
    private final CasePauses pauses;
    private final Reclassification reclassification;
    private final EmergencyWork emergencies;
    private final StructuralWork structural;
    private final CommitmentService commitments;
    private final ProjectService projects;
    private final Quotes quotes;
    private final AttachmentService attachments;
    private final Uploads uploads;
    private final RecordArchive records;
    private final Directory directory;
    private final WebApps webApps;
    private final CurrentActor currentActor;
    private final Clock clock;

    CasePageController(
            RepairCases cases,
            RepairFlow flow,
            CaseOverview overview,
            CasePauses pauses,
            Reclassification reclassification,
            EmergencyWork emergencies,
            StructuralWork structural,
            CommitmentService commitments,
            ProjectService projects,
            Quotes quotes,
            AttachmentService attachments,
            Uploads uploads,
            RecordArchive records,
            Directory directory,
            WebApps webApps,
            CurrentActor currentActor,
            Clock clock) {
        this.cases = cases;
        this.flow = flow;
        this.overview = overview;
        this.pauses = pauses;
        this.reclassification = reclassification;
        this.emergencies = emergencies;
        this.structural = structural;
        this.commitments = commitments;
        this.projects = projects;
        this.quotes = quotes;
        this.attachments = attachments;
        this.uploads = uploads;
        this.records = records;
        this.directory = directory;
        this.webApps = webApps;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseNo}")
    ModelAndView page(
            @PathVariable("caseNo") String caseNo,
            @RequestParam(name = "done", required = false) String done,
            @RequestParam(name = "files", required = false) String files) {
        ModelAndView page = show(cases.visible(caseNo), HttpStatus.OK);
        page.addObject("done", done(done, files));
        return page;
    }

    @PostMapping("/cases/{caseNo}/attachments")
    ModelAndView upload(
            @PathVariable("caseNo") String caseNo,
            @RequestParam(name = "purpose", required = false) String purpose,
            @RequestParam(name = "file", required = false) List<MultipartFile> files)
            throws IOException {
        RepairCase c = cases.visible(caseNo);
        Uploads.Outcome outcome = uploads.keep(caseNo, purpose, files);
        if (outcome.wrong().isEmpty()) {
            return back(caseNo, "files", outcome.kept(), "files");
        }
        ModelAndView page = show(c, outcome.status());
        outcome.show(page);
        return page;
    }

    @PostMapping("/cases/{caseNo}/pause")
    ModelAndView pause(
            @PathVariable("caseNo") String caseNo,
            @RequestParam(name = "reason", required = false) String reason,
            @RequestParam(name = "note", required = false) String note,
            @RequestParam(name = "from", required = false) String from) {
        RepairCase c = cases.visible(caseNo);
        try {
            PauseReason code = Arrays.stream(PauseReason.values())
                    .filter(r -> r.name().equals(reason))
                    .findFirst()
                    .orElse(null);
            pauses.pause(caseNo, code, note, time("from", "暂停开始时间", from));
            return back(caseNo, "paused", 0, "clocks");
        } catch (InvalidInputException e) {
            return refused(c, HttpStatus.BAD_REQUEST, e.getMessage(), reason, note, from);
        } catch (ConflictException e) {
            return refused(c, HttpStatus.CONFLICT, e.getMessage(), reason, note, from);
        }
    }

    @PostMapping("/cases/{caseNo}/resume")
    ModelAndView resume(@PathVariable("caseNo") String caseNo, @RequestParam(name = "to", required = false) String to) {
        RepairCase c = cases.visible(caseNo);
        try {
            pauses.resume(caseNo, time("to", "恢复时间", to));
            return back(caseNo, "resumed", 0, "clocks");
        } catch (InvalidInputException e) {
            return refused(c, HttpStatus.BAD_REQUEST, e.getMessage(), null, null, to);
        } catch (ConflictException e) {
            return refused(c, HttpStatus.CONFLICT, e.getMessage(), null, null, to);
        }
    }

    @PostMapping("/cases/{caseNo}/classification")
    ModelAndView classify(
            @PathVariable("caseNo") String caseNo,
            @RequestParam(name = "to", required = false) String to,
            @RequestParam(name = "reason", required = false) String reason) {
        RepairCase c = cases.visible(caseNo);
        try {
            reclassify(caseNo, to, reason);
            return back(caseNo, "reclassified", 0, "classification");
        } catch (InvalidInputException | ConflictException | NotPermittedException e) {
            ModelAndView page = show(c, status(e));
            page.addObject("kindError", e.getMessage());
            page.addObject("kindTo", to);
            page.addObject("kindReason", reason);
            return page;
        }
    }

    private void reclassify(String caseNo, @Nullable String to, @Nullable String reason) {
        for (CaseKind kind : CaseKind.values()) {
            if (kind.name().equals(to)) {
                reclassification.to(caseNo, kind, reason);
                return;
            }
        }
        for (Severity size : Severity.values()) {
            if (size.name().equals(to)) {
                reclassification.size(caseNo, size, reason);
                return;
            }
        }
        throw new InvalidInputException("to", "改判为:请选择");
    }

    @PostMapping("/cases/{caseNo}/withdrawal")
    ModelAndView withdraw(
            @PathVariable("caseNo") String caseNo, @RequestParam(name = "evidence", required = false) String evidence) {
        RepairCase c = cases.visible(caseNo);
        try {
            reclassification.proposeWithdrawal(caseNo, evidence);
            return back(caseNo, "proposed", 0, "classification");
        } catch (InvalidInputException | ConflictException | NotPermittedException e) {
            ModelAndView page = show(c, status(e));
            page.addObject("kindError", e.getMessage());
            page.addObject("kindEvidence", evidence);
            return page;
        }
    }

    private static HttpStatus status(ProblemException e) {
        if (e instanceof ConflictException) {
            return HttpStatus.CONFLICT;
        }
        return e instanceof NotPermittedException ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST;
    }

    /** Now if nothing is given: fields know minutes, so the minute of now is now. */
    private Instant time(String field, String label, @Nullable String value) {
        Instant now = clock.instant();
        if (value == null || value.isBlank() || value.equals(Times.field(now))) {
            return now;
        }
        return Times.ofField(value).orElseThrow(() -> new InvalidInputException(field, label + ":“" + value + "”不是时间"));
    }

    private ModelAndView refused(
            RepairCase c,
            HttpStatus status,
            String message,
            @Nullable String reason,
            @Nullable String note,
            @Nullable String at) {
        ModelAndView page = show(c, status);
        page.addObject("clockError", message);
        page.addObject("pauseReason", reason);
        page.addObject("pauseNote", note);
        page.addObject("pauseAt", at);
        return page;
    }

    private ModelAndView show(RepairCase c, HttpStatus status) {
        ShownPersonalData.mark("案件");
        String caseNo = c.caseNo();
        Project project = projects.find(c.report().projectCode())
                .orElseThrow(() -> new NotFoundException("没有工程“" + c.report().projectCode() + "”"));
        List<Commitment> promises = commitments.ofCase(caseNo);
        Map<Long, List<CommitmentStep>> steps = commitments.stepsOfCase(caseNo);
        Map<Long, List<CommitmentStep>> upcoming = c.stage().ended()
                ? Map.of()
                : promises.stream()
                        .collect(Collectors.toMap(
                                Commitment::id,
                                p -> commitments.upcoming(p, c.kind(), steps.getOrDefault(p.id(), List.of()))));
        Instant now = clock.instant();
        var names = new DirectoryNames(directory);
        CasePage view = CasePage.of(new CasePage.Sources(
                c,
                project,
                overview.siteTechnician(caseNo),
                promises,
                steps,
                upcoming,
                commitments.pausesOf(caseNo),
                cases.findings(caseNo),
                quotes.ofCase(caseNo),
                cases.rounds(caseNo),
                attachments.ofCase(caseNo),
                records.ofCase(caseNo),
                cases.story(caseNo),
                names,
                now));
        Actor actor = currentActor.get();
        ModelAndView page = new ModelAndView("case", status);
        page.addObject("view", view);
        page.addObject(
                "todo",
                flow.openTasks(List.of(caseNo)).stream()
                        .map(task -> todo(task, actor, names, now))
                        .toList());
        page.addObject("mayPause", pauses.permitted(c));
        page.addObject(
                "dangers",
                CaseDangers.of(
                        emergencies.find(caseNo).orElse(null),
                        structural.find(caseNo).orElse(null),
                        structural.measures(caseNo),
                        structural.schemes(caseNo),
                        names));
        page.addObject("kinds", kinds(c));
        page.addObject("mayWithdraw", reclassification.permittedWithdrawal(c));
        page.addObject("paused", commitments.paused(caseNo));
        page.addObject("pauseReasons", PauseReason.values());
        page.addObject("nowField", Times.field(now));
        page.addObject("mayUpload", actor.hasRole(c.unit(), Role.values()));
        page.addObject("purposes", Uploads.purposes(c.stage().ended()));
        page.addObject("tasklist", TasklistLinks.ofCase(caseNo));
        page.addObject("cockpit", webApps.cockpit() && !c.stage().ended() ? overview.processInstance(caseNo) : null);
        return page;
    }

    /**
     * Something to be done now.
     *
     * @param link to the task, for those who may do it, or null
     */
    record Todo(
            String name,
            String who,
            String due,
            boolean late,
            @Nullable String link) {}

    private static Todo todo(OpenTask task, Actor actor, CasePage.Names names, Instant now) {
        boolean mine = task.assignee() == null
                ? task.groups().stream().anyMatch(actor.groups()::contains)
                : task.assignee().equals(actor.userId());
        String who = task.assignee() == null
                ? task.groups().stream().map(names::groupOrPerson).collect(Collectors.joining("、")) + "(待认领)"
                : names.person(task.assignee());
        return new Todo(
                task.name(),
                who,
                task.dueAt() == null ? "" : Times.deadline(task.dueAt()),
                task.dueAt() != null && !now.isBefore(task.dueAt()),
                mine ? "/camunda/app/tasklist/default/#/?task=" + task.id() : null);
    }

    /** What the acting person may make of the case, by code. */
    private Map<String, String> kinds(RepairCase c) {
        Map<String, String> kinds = new LinkedHashMap<>();
        reclassification.permittedKinds(c).forEach(k -> kinds.put(k.name(), k.label()));
        reclassification.permittedSizes(c).forEach(s -> kinds.put(s.name(), s.label()));
        return kinds;
    }

    private static ModelAndView back(String caseNo, String done, int count, String section) {
        String path = UriComponentsBuilder.fromPath("/cases/{caseNo}")
                .queryParam("done", done)
                .queryParam("files", count)
                .fragment(section)
                .build(caseNo)
                .toString();
        return new ModelAndView("redirect:" + path);
    }

    private static @Nullable String done(@Nullable String code, @Nullable String files) {
        if (code == null) {
            return null;
        }
        return switch (code) {
            case "files" -> files != null && files.matches("\\d{1,3}") ? "已保存 " + files + " 个文件" : null;
            case "paused" -> "计时已暂停";
            case "resumed" -> "计时已恢复";
            case "reclassified" -> "案件已改判";
            case "proposed" -> "已提出撤销结构认定,等待维保经理和项目管理部经理的意见";
            default -> null;
        };
    }

    private record DirectoryNames(Directory directory) implements CasePage.Names {

        @Override
        public String person(String id) {
            return id.equals(Actor.system().userId()) ? Actor.system().displayName() : directory.displayName(id);
        }

        @Override
        public String groupOrPerson(String id) {
            String group = directory.groupName(id);
            return group.equals(id) ? person(id) : group;
        }
    }
}
