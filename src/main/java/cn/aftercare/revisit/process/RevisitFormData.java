package cn.aftercare.revisit.process;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.form.FormContent;
import cn.aftercare.platform.form.FormContent.Option;
import cn.aftercare.platform.form.FormData;
import cn.aftercare.platform.form.FormText;
import cn.aftercare.platform.form.FormTime;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.revisit.Departments;
import cn.aftercare.revisit.HalfYear;
import cn.aftercare.revisit.LineStatus;
import cn.aftercare.revisit.RevisitAuthority;
import cn.aftercare.revisit.RevisitPlan;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.VisitTeam;
import cn.aftercare.revisit.app.PlanOverview;
import cn.aftercare.revisit.app.VisitClosing;
import cn.aftercare.revisit.app.Visits;
import cn.aftercare.survey.app.Surveys;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The summary on top of the forms of plans and visits, and the lists to choose from. */
@Component
class RevisitFormData implements FormData {

    private final PlanOverview plans;
    private final Visits visits;
    private final VisitClosing closing;
    private final Surveys surveys;
    private final ProjectService projects;
    private final RevisitAuthority authority;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    RevisitFormData(
            PlanOverview plans,
            Visits visits,
            VisitClosing closing,
            Surveys surveys,
            ProjectService projects,
            RevisitAuthority authority,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.plans = plans;
        this.visits = visits;
        this.closing = closing;
        this.surveys = surveys;
        this.projects = projects;
        this.authority = authority;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public boolean knows(String formId) {
        return formId.startsWith("revisit-");
    }

    @Override
    public FormContent content(String formId, String subject) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), FormTime.SHANGHAI);
        if (formId.equals("revisit-plan-start")) {
            return new FormContent("", Map.of(), Map.of("planningUnits", planningUnits(), "periods", periods(today)));
        }
        if (formId.equals("revisit-start")) {
            return new FormContent(
                    "", Map.of("plannedOn", today.toString(), "channel", "ON_SITE"), Map.of("projects", toVisit()));
        }
        return formId.startsWith("revisit-plan-") ? ofPlan(subject) : ofVisit(formId, subject, today);
    }

    private List<Option> planningUnits() {
        Actor actor = currentActor.get();
        return directory.units().stream()
                .filter(u -> actor.hasRole(u.code(), Role.PERFORMANCE_OFFICER))
                .map(u -> new Option(u.code(), u.name()))
                .toList();
    }

    private static List<Option> periods(LocalDate today) {
        HalfYear current = HalfYear.of(today);
        return List.of(current, current.next()).stream()
                .map(h -> new Option(h.code(), h.label()))
                .toList();
    }

    private List<Option> toVisit() {
        Actor actor = currentActor.get();
        Map<ManagementMode, RevisitAuthority.Rule> matrix = authority.matrix();
        return projects.all(null, null).stream()
                .filter(p -> p.closedOn() == null
                        && actor.hasRole(matrix.get(p.managementMode()).planningUnit(p), VisitTeam.STARTERS))
                .map(p -> new Option(p.code(), p.code() + " " + p.name()))
                .toList();
    }

    private FormContent ofPlan(String planNo) {
        RevisitPlan plan = plans.visible(planNo);
        return FormContent.summary(new FormText()
                .line("计划", plan.title() + " · " + plan.status().label())
                .line("单位", directory.unitName(plan.unit()))
                .line("项数", lines(plans.countByStatus(planNo)))
                .line("退回意见", plan.remarks())
                .link("打开回访计划(逐项核对、改期、增加、取消)", "/revisit-plans/" + planNo)
                .toString());
    }

    /** What the officer made of what was due: "12 · 改期 1 · 取消 2". */
    private static String lines(Map<LineStatus, Integer> counts) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return counts.entrySet().stream()
                .filter(e -> e.getKey() != LineStatus.PLANNED)
                .map(e -> " · " + e.getKey().label() + " " + e.getValue())
                .collect(Collectors.joining("", String.valueOf(all), ""));
    }

    private FormContent ofVisit(String formId, String subject, LocalDate today) {
        String visitNo = subject.replaceFirst("\\.\\d+$", "");
        Visit visit = visits.visible(visitNo);
        Project project = projects.find(visit.projectCode()).orElseThrow();
        FormText text = new FormText()
                .line("回访", visitNo + " · " + visit.stage().label())
                .line("项目", project.name() + "(" + project.ownerName() + "," + project.address() + ")")
                .line("业主", project.ownerContact() + " " + project.ownerPhone())
                .line("回访日期", visit.plannedOn() + (visit.dueOn() == null ? "" : "(到期" + visit.dueOn() + ")"))
                .line("缘由", visit.occasion())
                .line("回访人员", visit.people())
                .line("重点部位", visit.focus());
        soFar(formId, subject, visit, text);
        text.link("打开回访页面(清单、照片、记录、全过程)", "/revisits/" + visitNo);
        return new FormContent(text.toString(), values(formId, visit, today), options(formId, visit));
    }

    /** What others did before and this person needs to know. */
    private void soFar(String formId, String subject, Visit visit, FormText text) {
        String visitNo = visit.visitNo();
        switch (formId) {
            case "revisit-cancel" -> text.line("取消原因", visit.course().cancelReason());
            case "revisit-answer" ->
                visits.issues(visitNo).stream()
                        .filter(i -> subject.endsWith("." + i.seq()))
                        .forEach(i -> text.line("事项", i.content()));
            case "revisit-survey" ->
                surveys.ofDossier(visitNo)
                        .ifPresent(s -> text.link("打开满意度调查页面(生成填写链接、录入纸质表)", "/surveys/" + s.surveyNo()));
            case "revisit-verify" -> text.line("处理结果", closing.results(visitNo));
            case "revisit-sign", "revisit-file" ->
                text.link("下载《工程回访记录表》", "/api/records/" + visit.course().recordNo() + ".docx");
            default -> {}
        }
    }

    private Map<String, Object> values(String formId, Visit visit, LocalDate today) {
        return switch (formId) {
            case "revisit-visit" ->
                Map.of(
                        "outcome",
                        "VISITED",
                        "visitedAt",
                        FormTime.format(clock.instant()),
                        "channel",
                        visit.channel().name(),
                        "responsible",
                        directory.displayName(currentActor.get().userId()));
            case "revisit-verify" -> Map.of("verdict", "GOOD", "result", closing.results(visit.visitNo()));
            case "revisit-sign" -> Map.of("signedOn", today.toString());
            default -> Map.of();
        };
    }

    private Map<String, List<Option>> options(String formId, Visit visit) {
        if (!formId.equals("revisit-visit")) {
            return Map.of();
        }
        return Map.of(
                "checks",
                visits.checks(visit.visitNo()).stream()
                        .map(c -> new Option(String.valueOf(c.seq()), c.part() + ":" + c.hint()))
                        .toList(),
                "departments",
                Departments.of(visit.unit()).stream()
                        .map(g -> new Option(g, directory.groupName(g)))
                        .toList());
    }
}
