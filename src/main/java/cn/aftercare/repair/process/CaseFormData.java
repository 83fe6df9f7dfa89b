package cn.aftercare.repair.process;

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
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.Findings;
import cn.aftercare.repair.app.RepairCases;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    CaseFormData(
            RepairCases cases,
            Findings findings,
            ProjectService projects,
            CommitmentService commitments,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.cases = cases;
        this.findings = findings;
        this.projects = projects;
        this.commitments = commitments;
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
        return new FormContent(summary(c, project), values(formId, c, project, now), options(formId, c, project));
    }

    private List<Option> projectsToReport() {
        Actor actor = currentActor.get();
        return projects.all(null, null).stream()
                .filter(p -> actor.hasRole(p.unit(), Role.AFTER_SALES))
                .map(p -> new Option(p.code(), p.code() + " " + p.name()))
                .toList();
    }

    private String summary(RepairCase c, Project project) {
        String promises = commitments.ofCase(c.caseNo()).stream()
                .filter(p -> p.status().open())
                .map(p -> p.label() + " " + FormTime.readable(p.dueAt()) + marks(p))
                .collect(Collectors.joining(";"));
        return new FormText()
                .line("案件", c.caseNo() + " · " + c.stage().label())
                .line("项目", project.name() + "(" + project.ownerName() + ")")
                .line("报修", c.report().reporterName() + " " + c.report().reporterPhone())
                .line("部位", c.report().location())
                .line("故障", c.report().description())
                .line("保修", warranty(c))
                .line(
                        "业主要求",
                        c.report().requestedAt() == null
                                ? null
                                : FormTime.readable(c.report().requestedAt()))
                .line("期限", promises)
                .link("打开案件页面(照片、记录、全过程)", "/cases/" + c.caseNo())
                .toString();
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
