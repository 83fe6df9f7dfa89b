package cn.aftercare.repair.process;

import cn.aftercare.agreement.Quote;
import cn.aftercare.agreement.app.Quotes;
import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.Severity;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Person;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.form.FormContent;
import cn.aftercare.platform.form.FormContent.Option;
import cn.aftercare.platform.form.FormData;
import cn.aftercare.platform.form.FormText;
import cn.aftercare.platform.form.FormTime;
import cn.aftercare.project.Project;
import cn.aftercare.project.TeamMember;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.repair.Finding.Conclusion;
import cn.aftercare.repair.OurCause;
import cn.aftercare.repair.OwnerPays;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.Findings;
import cn.aftercare.repair.app.RepairCases;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The summary of the case on top of each form, what is known already, and the lists to choose from. */
@Component
class CaseFormData implements FormData {

    private static final Set<String> STARTS =
            Set.of("repair-receive", "emergency-repair-receive", "structural-safety-receive");
    private static final List<String> FORMS = List.of(
            "repair-", "paid-repair-agreement-", "emergency-repair-", "structural-safety-", "charge-settlement-");

    private final RepairCases cases;
    private final Findings findings;
    private final ProjectService projects;
    private final CommitmentService commitments;
    private final Quotes quotes;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    CaseFormData(
            RepairCases cases,
            Findings findings,
            ProjectService projects,
            CommitmentService commitments,
            Quotes quotes,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.cases = cases;
        this.findings = findings;
        this.projects = projects;
        this.commitments = commitments;
        this.quotes = quotes;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public boolean knows(String formId) {
        return FORMS.stream().anyMatch(formId::startsWith);
    }

    @Override
    public FormContent content(String formId, String subject) {
        String now = FormTime.format(clock.instant());
        if (STARTS.contains(formId)) {
            return new FormContent(
                    "", Map.of("receivedAt", now, "channel", "PHONE"), Map.of("projects", projectsToReport()));
        }
        RepairCase c = cases.visible(subject);
        Project project = projects.find(c.report().projectCode()).orElseThrow();
        return new FormContent(
                summary(formId, c, project), values(formId, c, project, now), options(formId, c, project));
    }

    private List<Option> projectsToReport() {
        Actor actor = currentActor.get();
        return projects.all(null, null).stream()
                .filter(p -> actor.hasRole(p.unit(), Role.AFTER_SALES))
                .map(p -> new Option(p.code(), p.code() + " " + p.name()))
                .toList();
    }

    private String summary(String formId, RepairCase c, Project project) {
        String promises = commitments.ofCase(c.caseNo()).stream()
                .filter(p -> p.status().open())
                .map(p -> p.label() + " " + FormTime.readable(p.dueAt()) + marks(p))
                .collect(Collectors.joining(";"));
        FormText text = new FormText()
                .line("案件", c.caseNo() + " · " + c.stage().label())
                .line("项目", project.name() + "(" + project.ownerName() + "," + project.address() + ")")
                .line("报修", c.report().reporterName() + " " + c.report().reporterPhone())
                .line("故障", c.report().location() + ":" + c.report().description())
                .line("保修", warranty(c))
                .line("业主要求", readable(c.report().requestedAt()))
                .line("期限", promises)
                .line("任务要求", c.preparation().taskNote());
        soFar(formId, c, text);
        return text.link("打开案件页面(照片、记录、全过程)", "/cases/" + c.caseNo()).toString();
    }

    /** What others did before and this person needs to know. */
    private void soFar(String formId, RepairCase c, FormText text) {
        switch (formId) {
            case "repair-survey" ->
                text.line("联系情况", c.preparation().contactNote())
                        .line("材料", c.preparation().materials())
                        .line("人员", crew(c));
            case "repair-confirm", "charge-settlement-confirm" -> {
                text.line("处理办法", c.plan().method());
                lastOf(cases.findings(c.caseNo()))
                        .ifPresent(
                                f -> text.line("勘查依据", f.evidence()).line("勘查人", directory.displayName(f.foundBy())));
            }
            case "repair-material-quote", "paid-repair-agreement-quote", "paid-repair-agreement-negotiate" -> {
                text.line("处理办法", c.plan().method());
                lastOf(quotes.ofCase(c.caseNo())).ifPresent(q -> text.line("报价", quoted(q)));
            }
            case "repair-plan" ->
                text.line("处理办法", c.plan().method())
                        .line("材料", c.preparation().materials())
                        .line("人员", crew(c));
            case "repair-file-record" -> {
                lastRound(c, text);
                text.link("下载《工程保修记录表》", "/api/records/" + c.closing().recordNo() + ".docx");
            }
            case "repair-visit" -> lastRound(c, text);
            default -> {
                if (formId.startsWith("repair-execution-")) {
                    text.line("处理办法", c.plan().method())
                            .line("维修计划", c.plan().text())
                            .line("材料", c.preparation().materials())
                            .line("人员", crew(c))
                            .line("约定上门", readable(c.plan().appointmentAt()));
                    lastRound(c, text);
                }
            }
        }
    }

    private void lastRound(RepairCase c, FormText text) {
        lastOf(cases.rounds(c.caseNo()))
                .ifPresent(r -> text.line("已完成", join(";", r.workDone(), r.responsible(), readable(r.finishedAt())))
                        .line(
                                "自检",
                                r.selfCheckPassed() == null
                                        ? null
                                        : join(";", r.selfCheckPassed() ? "合格" : "不合格", r.selfCheckNote()))
                        .line(
                                "验收",
                                r.accepted() == null
                                        ? null
                                        : join(
                                                ";",
                                                "第" + r.roundNo() + "次" + (r.accepted() ? "合格" : "不合格"),
                                                r.ownerRepresentative(),
                                                r.remarks())));
    }

    private String crew(RepairCase c) {
        String technician = c.preparation().siteTechnicianId();
        return join(
                "、",
                technician == null ? null : directory.displayName(technician),
                c.preparation().crew(),
                c.preparation().borrowedCrew());
    }

    private static String quoted(Quote q) {
        OwnerPays pays = q.amounts();
        return "第%d版:材料费%s,人工费%s,管理费%s,合计%s元;%s"
                .formatted(
                        q.version(),
                        pays.material().toPlainString(),
                        pays.labour().toPlainString(),
                        pays.management().toPlainString(),
                        pays.total().toPlainString(),
                        q.details());
    }

    private static <T> Optional<T> lastOf(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1));
    }

    private static String join(String separator, @Nullable String... parts) {
        return Arrays.stream(parts).filter(p -> p != null && !p.isBlank()).collect(Collectors.joining(separator));
    }

    private static @Nullable String readable(@Nullable Instant instant) {
        return instant == null ? null : FormTime.readable(instant);
    }

    private static String warranty(RepairCase c) {
        String item = c.causeCategory().label();
        if (c.entitlement().itemEnd() == null) {
            return item + ":未约定保修";
        }
        return item + ":至 " + c.entitlement().itemEnd() + (c.entitlement().provisional() ? "(暂定)" : "")
                + (c.entitlement().insidePeriod() ? ",在保修期内" : ",已过保修期")
                + (c.chargeBasis() == null ? "" : "," + c.chargeBasis().label());
    }

    private static String marks(Commitment p) {
        return (p.ownerSpecified() ? "(业主指定)" : "") + (p.provisional() ? "(暂定)" : "");
    }

    private Map<String, Object> values(String formId, RepairCase c, Project project, String now) {
        return switch (formId) {
            case "repair-task-order" ->
                Map.of(
                        "decision", "TAKEN",
                        "itemCategory", c.report().category().name(),
                        "inPublicArea", c.report().publicArea());
            case "repair-contact" -> {
                Map<String, Object> values = new HashMap<>(Map.of("respondedAt", now));
                if (c.report().requestedAt() != null) {
                    values.put("ownerRequestedAt", FormTime.format(c.report().requestedAt()));
                }
                yield values;
            }
            case "repair-survey" -> {
                Map<String, Object> values = new HashMap<>(conclusion(known(c)));
                values.put("surveyedAt", now);
                yield values;
            }
            case "charge-settlement-cause" -> {
                Map<String, Object> values = new HashMap<>(conclusion(known(c)));
                values.put("surveyedAt", now);
                yield values;
            }
            case "repair-confirm", "charge-settlement-confirm" ->
                conclusion(findings.proposal(c.caseNo()).orElseGet(() -> known(c)));
            case "emergency-repair-contact" -> Map.of("respondedAt", now);
            case "emergency-repair-dispatch" -> Map.of("dispatchedAt", now, "neededCrew", 2);
            case "emergency-repair-arrival" ->
                Map.of("arrivedAt", now, "whereabouts", c.report().location());
            case "emergency-repair-make-safe" -> Map.of("safeAt", now, "makeSafeCost", "0");
            case "charge-settlement-settle" ->
                Map.of("answeredAt", now, "makeSafeIncluded", "0", "labour", "0", "management", "0");
            case "structural-safety-report" ->
                given(Map.of("reportedAt", now), "recipient", project.supervisionAuthority());
            case "structural-safety-measure" -> Map.of("takenAt", now);
            case "structural-safety-owner" -> Map.of("toldAt", now, "toldWhom", project.ownerContact());
            case "structural-safety-designer" -> given(Map.of("askedAt", now), "designer", project.designUnit());
            case "structural-safety-engage" -> Map.of("engagedAt", now);
            case "structural-safety-scheme" -> Map.of("receivedAt", now);
            case "structural-safety-review" -> Map.of("decidedAt", now);
            case "structural-safety-filing" -> Map.of("filedAt", now);
            case "structural-safety-closing" -> Map.of("submittedAt", now);
            case "repair-material-quote", "paid-repair-agreement-negotiate" ->
                Map.of("answeredAt", now, "answeredBy", c.report().reporterName());
            case "repair-plan" -> Map.of("informed", c.report().reporterName());
            case "repair-execution-appointment" -> Map.of("agreedAt", now);
            case "repair-execution-conditions" -> Map.of("since", now);
            case "repair-execution-await" -> Map.of("resumedAt", now);
            case "repair-execution-start" -> Map.of("startedAt", now, "blocker", "NONE");
            case "repair-execution-restore" -> Map.of("restoredAt", now);
            case "repair-execution-work" ->
                Map.of(
                        "newFinding",
                        "NONE",
                        "finishedAt",
                        now,
                        "responsible",
                        directory.displayName(currentActor.get().userId()));
            case "repair-execution-accept" -> Map.of("decidedAt", now, "ownerRepresentative", project.ownerContact());
            case "repair-visit" -> Map.of("visitedAt", now);
            default -> Map.of();
        };
    }

    private static Map<String, Object> given(Map<String, Object> values, String field, @Nullable String known) {
        if (known == null) {
            return values;
        }
        Map<String, Object> more = new HashMap<>(values);
        more.put(field, known);
        return more;
    }

    private static Conclusion known(RepairCase c) {
        return new Conclusion(
                c.ourScope() == null || c.ourScope(),
                c.ourCause() == null ? OurCause.UNKNOWN : c.ourCause(),
                c.severity() == null ? Severity.MINOR : c.severity(),
                c.causeCategory(),
                false,
                false);
    }

    private static Map<String, Object> conclusion(Conclusion c) {
        return Map.of(
                "inOurScope", c.ourScope() ? "YES" : "NO",
                "causedByUs", c.ourCause().name(),
                "repairSize", c.severity().name(),
                "causeCategory", c.causeCategory().name(),
                "emergencyFound", c.emergency(),
                "structuralFound", c.structural());
    }

    private Map<String, List<Option>> options(String formId, RepairCase c, Project project) {
        if (!formId.equals("repair-crew") && !formId.equals("emergency-repair-dispatch")) {
            return Map.of();
        }
        return Map.of(
                "siteTechnicians",
                directory.people(Role.SITE_TECHNICIAN.groupOf(c.unit())).stream()
                        .map(CaseFormData::option)
                        .toList(),
                "technicians",
                project.team().technicians().stream()
                        .map(TeamMember::name)
                        .distinct()
                        .map(name -> new Option(name, name))
                        .toList());
    }

    private static Option option(Person person) {
        return new Option(person.id(), person.displayName());
    }
}
