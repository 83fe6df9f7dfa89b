package cn.aftercare.demo;

import cn.aftercare.commitment.PauseReason;
import cn.aftercare.commitment.Severity;
import cn.aftercare.demo.DemoStep.ClocksPaused;
import cn.aftercare.demo.DemoStep.FormFilled;
import cn.aftercare.demo.DemoStep.Motif;
import cn.aftercare.demo.DemoStep.PhotoTaken;
import cn.aftercare.demo.DemoStep.Picture;
import cn.aftercare.demo.DemoStep.RecordScanned;
import cn.aftercare.organisation.Role;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.Project;
import cn.aftercare.project.TeamMember;
import cn.aftercare.repair.Blocker;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.OurCause;
import cn.aftercare.repair.ReportDraft;
import cn.aftercare.repair.Satisfaction;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what happens to one demo case. Each step follows the one before after a usual while; {@link #after} and
 * {@link #on} say otherwise.
 */
final class CaseScript {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Project project;
    private final Instant receivedAt;
    private final DefectCategory category;
    private final String location;
    private final String description;
    private final List<DemoStep> steps = new ArrayList<>();

    private Channel channel = Channel.PHONE;
    private boolean emergency;
    private boolean structural;
    private boolean publicArea;
    private @Nullable Instant requestedAt;
    private @Nullable String lateEntryReason;
    private Instant recordedAt;
    private Instant cursor;

    private DefectCategory cause;
    private Severity severity = Severity.MINOR;
    private boolean ourScope = true;
    private OurCause ourCause = OurCause.YES;

    CaseScript(Project project, Instant receivedAt, DefectCategory category, String location, String description) {
        this.project = project;
        this.receivedAt = receivedAt;
        this.category = category;
        this.cause = category;
        this.location = location;
        this.description = description;
        recordedAt = receivedAt.plus(Duration.ofMinutes(4));
        cursor = recordedAt;
    }

    DemoCase build() {
        ReportDraft report = new ReportDraft(
                project.code(),
                receivedAt,
                channel,
                project.ownerContact(),
                project.ownerPhone(),
                category,
                location,
                description,
                emergency,
                structural,
                publicArea,
                requestedAt,
                lateEntryReason);
        return new DemoCase(report, recordedAt, login(Role.AFTER_SALES), List.copyOf(steps));
    }

    // the notice --------------------------------------------------------------------------------------------------

    CaseScript by(Channel how) {
        channel = how;
        return this;
    }

    CaseScript emergency() {
        emergency = true;
        return this;
    }

    CaseScript structural() {
        structural = true;
        return this;
    }

    CaseScript publicArea() {
        publicArea = true;
        return this;
    }

    CaseScript requested(Instant time) {
        requestedAt = time;
        return this;
    }

    CaseScript typedInLate(Duration later, String reason) {
        recordedAt = receivedAt.plus(later);
        cursor = recordedAt;
        lateEntryReason = reason;
        return this;
    }

    // time --------------------------------------------------------------------------------------------------------

    /** The next step comes that much later. */
    CaseScript after(Duration time) {
        cursor = cursor.plus(time);
        return this;
    }

    /** The next step comes that many days after the notice, at about that time of the day. */
    CaseScript on(int day, String time) {
        cursor = receivedAt
                .atZone(ZONE)
                .toLocalDate()
                .plusDays(day)
                .atTime(LocalTime.parse(time))
                .atZone(ZONE)
                .toInstant();
        return this;
    }

    // preparation -------------------------------------------------------------------------------------------------

    CaseScript taskOrder(@Nullable String note) {
        return fill(
                12,
                Role.AFTER_SALES,
                "repair-task-order",
                "decision",
                "TAKEN",
                "itemCategory",
                category.name(),
                "inPublicArea",
                publicArea,
                "taskNote",
                note);
    }

    CaseScript refuse(String reason) {
        return fill(18, Role.AFTER_SALES, "repair-task-order", "decision", "NOT_ACCEPTED", "refusalReason", reason);
    }

    CaseScript materials(String plan) {
        return fill(9, Role.MATERIALS, "repair-materials", "materialsPlan", plan);
    }

    CaseScript crew(@Nullable String borrowed) {
        List<String> names =
                project.team().technicians().stream().map(TeamMember::name).toList();
        // Not always the first two of the roster.
        int first = names.isEmpty() ? 0 : Math.floorMod(location.hashCode(), names.size());
        List<String> crew =
                names.isEmpty() ? List.of() : List.of(names.get(first), names.get((first + 1) % names.size()));
        return fill(
                6,
                Role.PMD,
                "repair-crew",
                "siteTechnician",
                login(Role.SITE_TECHNICIAN),
                "crew",
                crew,
                "borrowedCrew",
                borrowed);
    }

    CaseScript contact(String note) {
        return contact(note, null);
    }

    CaseScript contact(String note, @Nullable Instant requested) {
        return fill(
                8,
                Role.AFTER_SALES,
                "repair-contact",
                "respondedAt",
                stepTime(8),
                "contactNote",
                note,
                "ownerRequestedAt",
                requested != null ? requested : requestedAt);
    }

    /** Task order, material, crew and first contact. */
    CaseScript prepared(String materials) {
        return taskOrder(null).materials(materials).crew(null).contact("已电话联系" + project.ownerContact() + ",约定上门勘查");
    }

    // findings ----------------------------------------------------------------------------------------------------

    CaseScript major() {
        severity = Severity.MAJOR;
        return this;
    }

    CaseScript notOurCause() {
        ourCause = OurCause.NO;
        return this;
    }

    CaseScript unknownCause() {
        ourCause = OurCause.UNKNOWN;
        return this;
    }

    CaseScript notOurScope() {
        ourScope = false;
        ourCause = OurCause.NO;
        return this;
    }

    /** A consequential damage: what is seen is of another category than what caused it. */
    CaseScript causedBy(DefectCategory other) {
        cause = other;
        return this;
    }

    CaseScript survey(String method, String evidence) {
        return survey(method, evidence, false, false);
    }

    CaseScript survey(String method, String evidence, boolean emergencyFound, boolean structuralFound) {
        Map<String, Object> fields = conclusion(emergencyFound, structuralFound);
        fields.put("surveyedAt", stepTime(55));
        fields.put("repairMethod", method);
        fields.put("evidence", evidence);
        return add(55, login(Role.ENGINEER), "repair-survey", fields);
    }

    CaseScript confirm() {
        return add(25, login(Role.WARRANTY_MANAGER), "repair-confirm", conclusion(false, false));
    }

    /** The manager decides that it is not the company's cause, against the engineer's proposal. */
    CaseScript overrule(String reason) {
        ourCause = OurCause.NO;
        Map<String, Object> fields = conclusion(false, false);
        fields.put("overrideReason", reason);
        return add(25, login(Role.WARRANTY_MANAGER), "repair-confirm", fields);
    }

    private Map<String, Object> conclusion(boolean emergencyFound, boolean structuralFound) {
        return DemoStep.fields(
                "inOurScope",
                ourScope ? "YES" : "NO",
                "causedByUs",
                ourCause.name(),
                "repairSize",
                severity.name(),
                "causeCategory",
                cause.name(),
                "emergencyFound",
                emergencyFound,
                "structuralFound",
                structuralFound);
    }

    // money -------------------------------------------------------------------------------------------------------

    CaseScript quote(String material, String labour, String management, String details) {
        return fill(
                40,
                Role.COMMERCIAL,
                "paid-repair-agreement-quote",
                "material",
                material,
                "labour",
                labour,
                "management",
                management,
                "details",
                details);
    }

    CaseScript negotiated(String result) {
        return fill(
                90,
                Role.COMMERCIAL,
                "paid-repair-agreement-negotiate",
                "result",
                result,
                "answeredAt",
                stepTime(90),
                "answeredBy",
                project.ownerContact());
    }

    CaseScript materialQuote(String material, String details, boolean accepted) {
        return fill(
                60,
                Role.COMMERCIAL,
                "repair-material-quote",
                "material",
                material,
                "details",
                details,
                "answer",
                accepted ? "YES" : "NO",
                "answeredAt",
                stepTime(60),
                "answeredBy",
                project.ownerContact());
    }

    // work on site ------------------------------------------------------------------------------------------------

    CaseScript plan(String text) {
        return fill(
                20,
                Role.AFTER_SALES,
                "repair-plan",
                "plannedStartAt",
                stepTime(20).plus(Duration.ofHours(3)),
                "planText",
                text,
                "informed",
                project.ownerContact());
    }

    CaseScript appointment() {
        return appointment(stepTime(15).plus(Duration.ofHours(2)));
    }

    CaseScript appointment(Instant time) {
        return fill(
                15,
                Role.SITE_TECHNICIAN,
                "repair-execution-appointment",
                "agreedAt",
                stepTime(15),
                "appointmentAt",
                time);
    }

    CaseScript ready() {
        return fill(
                10,
                Role.SITE_TECHNICIAN,
                "repair-execution-conditions",
                "conditions",
                List.of("MATERIAL", "OWNER", "REGISTERED"));
    }

    CaseScript notReady(PauseReason reason, String note) {
        return fill(
                10,
                Role.SITE_TECHNICIAN,
                "repair-execution-conditions",
                "conditions",
                List.of("OWNER"),
                "pauseCause",
                reason.name(),
                "conditionsNote",
                note,
                "since",
                stepTime(10));
    }

    CaseScript waitingOver(String note) {
        return fill(10, Role.SITE_TECHNICIAN, "repair-execution-await", "resumedAt", stepTime(10), "waitingNote", note);
    }

    CaseScript hoarding(String note) {
        return fill(
                12,
                Role.SITE_TECHNICIAN,
                "repair-execution-hoarding",
                "hoardingDone",
                true,
                "guidanceDone",
                true,
                "hoardingNote",
                note);
    }

    CaseScript start() {
        return fill(8, Role.SITE_TECHNICIAN, "repair-execution-start", "startedAt", stepTime(8), "blocker", "NONE");
    }

    CaseScript start(Blocker blocker, String note) {
        return fill(
                8,
                Role.SITE_TECHNICIAN,
                "repair-execution-start",
                "startedAt",
                stepTime(8),
                "blocker",
                blocker.name(),
                "blockerNote",
                note);
    }

    CaseScript restored(String note) {
        return fill(50, Role.TECHNICIAN, "repair-execution-restore", "restoredAt", stepTime(50), "restoreNote", note);
    }

    CaseScript work(String done) {
        return fill(
                75,
                Role.TECHNICIAN,
                "repair-execution-work",
                "newFinding",
                "NONE",
                "workDone",
                done,
                "responsible",
                project.team().technicians().isEmpty()
                        ? "维修班组"
                        : project.team().technicians().get(0).name(),
                "finishedAt",
                stepTime(75),
                "care",
                List.of("SUPERVISED", "PROTECTED", "CLEANED"));
    }

    CaseScript selfCheck(boolean passed, @Nullable String note) {
        return fill(
                10,
                Role.SITE_TECHNICIAN,
                "repair-execution-self-check",
                "selfCheck",
                passed ? "PASSED" : "FAILED",
                "selfCheckNote",
                note);
    }

    CaseScript accepted() {
        return decided("ACCEPTED", null);
    }

    CaseScript notAccepted(String remarks) {
        return decided("REJECTED", remarks);
    }

    private CaseScript decided(String decision, @Nullable String remarks) {
        return fill(
                25,
                Role.WARRANTY_MANAGER,
                "repair-execution-accept",
                "decision",
                decision,
                "ownerRepresentative",
                project.ownerContact(),
                "decidedAt",
                stepTime(25),
                "remarks",
                remarks);
    }

    /** Plan, appointment, conditions and start, without anything in the way. */
    CaseScript started(String plan) {
        plan(plan).appointment().ready();
        return (publicArea ? hoarding("设置围挡与绕行指示,安排专人引导") : this).start();
    }

    // closing -----------------------------------------------------------------------------------------------------

    CaseScript filed(String place) {
        return fill(45, Role.PMD, "repair-file-record", "recordPlace", place);
    }

    /** The signed record is kept as a scan. */
    CaseScript scannedAndFiled() {
        cursor = stepTime(40);
        steps.add(new RecordScanned(cursor, login(Role.PMD), "工程保修记录表(签字).png"));
        return fill(5, Role.PMD, "repair-file-record");
    }

    CaseScript visited(Satisfaction satisfaction, @Nullable String opinion, @Nullable String guidance) {
        return fill(
                30,
                Role.AFTER_SALES,
                "repair-visit",
                "visitedAt",
                stepTime(30),
                "satisfaction",
                satisfaction.name(),
                "opinion",
                opinion,
                "guidance",
                guidance);
    }

    // beside the flow ---------------------------------------------------------------------------------------------

    CaseScript photo(Motif motif, boolean repaired) {
        cursor = stepTime(3);
        String name = location.replaceAll("[\\s/]+", "") + (repaired ? "-修复后.png" : "-现状.png");
        steps.add(new PhotoTaken(
                cursor, login(repaired ? Role.SITE_TECHNICIAN : Role.ENGINEER), new Picture(motif, repaired), name));
        return this;
    }

    CaseScript pausedByHand(PauseReason reason, String note) {
        cursor = stepTime(5);
        steps.add(new ClocksPaused(cursor, login(Role.SITE_TECHNICIAN), reason, note));
        return this;
    }

    /** A supervisor of the case's own unit says what is done about a breach. */
    CaseScript supervised(Role role, String measure) {
        return fill(35, role, "service-commitment-supervise", "measure", measure);
    }

    // -------------------------------------------------------------------------------------------------------------

    /** When the next step happens that usually takes that long. */
    private Instant stepTime(int minutes) {
        return cursor.plus(Duration.ofMinutes(minutes));
    }

    private CaseScript fill(int minutes, Role role, String formId, @Nullable Object... keysAndValues) {
        return add(minutes, login(role), formId, DemoStep.fields(keysAndValues));
    }

    private CaseScript add(int minutes, String login, String formId, Map<String, Object> fields) {
        cursor = stepTime(minutes);
        steps.add(new FormFilled(cursor, login, formId, fields));
        return this;
    }

    /** Demo logins are named like their group. */
    private String login(Role role) {
        return role.groupOf(project.unit());
    }
}
