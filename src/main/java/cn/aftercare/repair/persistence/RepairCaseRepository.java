package cn.aftercare.repair.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.PromiseOutcome;
import cn.aftercare.commitment.Severity;
import cn.aftercare.platform.persistence.Units;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.Entitlement;
import cn.aftercare.repair.Blocker;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.ChargeBasis;
import cn.aftercare.repair.Finding.Conclusion;
import cn.aftercare.repair.OurCause;
import cn.aftercare.repair.OwnerPays;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.RepairCase.Closing;
import cn.aftercare.repair.RepairCase.Plan;
import cn.aftercare.repair.RepairCase.Preparation;
import cn.aftercare.repair.Report;
import cn.aftercare.repair.Satisfaction;
import cn.aftercare.repair.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code repair_case}: one row per notice. */
@Repository
public class RepairCaseRepository {

    private final JdbcClient jdbc;

    RepairCaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next running number; a rollback leaves a gap. */
    public long nextNumber() {
        return jdbc.sql("select nextval('case_no_seq')").query(Long.class).single();
    }

    public void insert(
            String caseNo,
            String unit,
            Report r,
            Instant recordedAt,
            String recordedBy,
            CaseKind kind,
            Entitlement entitlement) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("case_no", caseNo);
        row.put("project_code", r.projectCode());
        row.put("unit", unit);
        row.put("received_at", utc(r.receivedAt()));
        row.put("recorded_at", utc(recordedAt));
        row.put("recorded_by", recordedBy);
        row.put("late_entry_reason", r.lateEntryReason());
        row.put("channel", r.channel().name());
        row.put("reporter_name", r.reporterName());
        row.put("reporter_phone", r.reporterPhone());
        row.put("category", r.category().name());
        row.put("cause_category", r.category().name());
        row.put("location", r.location());
        row.put("description", r.description());
        row.put("emergency", r.emergency());
        row.put("structural", r.structural());
        row.put("public_area", r.publicArea());
        row.put("requested_at", utc(r.requestedAt()));
        row.put("stage", Stage.REGISTERED.name());
        row.put("kind", kind.name());
        row.put("severity", Severity.MINOR.name());
        row.put("item_end", entitlement.itemEnd());
        row.put("inside_period", entitlement.insidePeriod());
        row.put("item_end_provisional", entitlement.provisional());
        String columns = String.join(", ", row.keySet());
        String values = row.keySet().stream().map(c -> ":" + c).collect(Collectors.joining(", "));
        jdbc.sql("insert into repair_case (" + columns + ") values (" + values + ")")
                .params(row)
                .update();
    }

    public Optional<RepairCase> find(String caseNo) {
        return jdbc.sql("select * from repair_case where case_no = ?")
                .param(caseNo)
                .query(RepairCaseRepository::map)
                .optional();
    }

    /** Open cases whose warranty end was rolled without an official calendar. */
    public List<RepairCase> openWithProvisionalWarranty() {
        return jdbc.sql("select * from repair_case where item_end_provisional and closed_at is null order by case_no")
                .query(RepairCaseRepository::map)
                .list();
    }

    /** What a list of cases is narrowed to; null means all, of no units none. */
    public record Filter(
            @Nullable Collection<String> units,
            @Nullable Collection<Stage> stages,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String text,
            @Nullable DefectCategory category,
            @Nullable Kept kept) {

        String where() {
            return " where " + Units.clause("unit", units)
                    + (stages == null ? "" : " and stage in (:stages)")
                    + (from == null ? "" : " and received_at >= :from")
                    + (to == null ? "" : " and received_at < :to")
                    + (category == null ? "" : " and category = :category")
                    + (kept == null
                            ? ""
                            : " and exists (select 1 from counted_promise m where m.case_no = repair_case.case_no"
                                    + " and m.type = :promise and " + Kept.OUTCOME + " in (:outcomes))")
                    + (text == null
                            ? ""
                            : " and (lower(case_no) like :text escape '!' or lower(project_code) like :text escape '!'"
                                    + " or project_code in (select code from project where lower(name) like :text escape '!')"
                                    + " or lower(location) like :text escape '!' or lower(reporter_name) like :text"
                                    + " escape '!')");
        }

        JdbcClient.StatementSpec bind(JdbcClient.StatementSpec spec) {
            JdbcClient.StatementSpec bound = spec.param("units", units);
            if (stages != null) {
                bound = bound.param("stages", stages.stream().map(Stage::name).toList());
            }
            if (from != null) {
                bound = bound.param("from", utc(from));
            }
            if (to != null) {
                bound = bound.param("to", utc(to));
            }
            if (category != null) {
                bound = bound.param("category", category.name());
            }
            if (kept != null) {
                bound = bound.param("promise", kept.promise().name())
                        .param(
                                "outcomes",
                                kept.outcomes().stream().map(Enum::name).toList())
                        .param("asOf", utc(kept.at()));
            }
            if (text != null) {
                String literal = text.toLowerCase(java.util.Locale.ROOT).replaceAll("([!%_])", "!$1");
                bound = bound.param("text", "%" + literal + "%");
            }
            return bound;
        }
    }

    /** Cases in which what became of a promise, as of an instant, is one of these. */
    public record Kept(CommitmentType promise, Collection<PromiseOutcome> outcomes, Instant at) {

        /** {@link PromiseOutcome} of a {@code counted_promise m}: a clock past its deadline is late before its timer fires. */
        static final String OUTCOME = "case when m.status in ('MET', 'MET_LATE', 'BREACHED') then m.status"
                + " when m.status = 'RUNNING' and m.due_at <= :asOf then 'BREACHED' else 'RUNNING' end";
    }

    /** Newest notice first. */
    public List<RepairCase> page(Filter filter, long offset, int limit) {
        return filter.bind(jdbc.sql("select * from repair_case" + filter.where()
                        + " order by received_at desc, case_no desc offset :offset rows fetch next :limit rows only"))
                .param("offset", offset)
                .param("limit", limit)
                .query(RepairCaseRepository::map)
                .list();
    }

    public long count(Filter filter) {
        return filter.bind(jdbc.sql("select count(*) from repair_case" + filter.where()))
                .query(Long.class)
                .single();
    }

    public void processInstance(String caseNo, String id) {
        set(caseNo, Map.of("process_instance_id", id));
    }

    public void stage(String caseNo, Stage stage) {
        set(caseNo, Map.of("stage", stage.name()));
    }

    public void kind(String caseNo, CaseKind kind) {
        set(caseNo, Map.of("kind", kind.name()));
    }

    public void entitlement(String caseNo, DefectCategory causeCategory, Entitlement entitlement) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("cause_category", causeCategory.name());
        row.put("item_end", entitlement.itemEnd());
        row.put("inside_period", entitlement.insidePeriod());
        row.put("item_end_provisional", entitlement.provisional());
        set(caseNo, row);
    }

    public void taskOrder(String caseNo, DefectCategory category, boolean publicArea, @Nullable String note) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("category", category.name());
        row.put("public_area", publicArea);
        row.put("task_note", note);
        set(caseNo, row);
    }

    public void taskOrderNo(String caseNo, String recordNo) {
        set(caseNo, Map.of("task_order_no", recordNo));
    }

    public void materials(String caseNo, String plan) {
        set(caseNo, Map.of("materials_plan", plan));
    }

    public void crew(
            String caseNo,
            @Nullable String technicianId,
            String technicianName,
            String crew,
            @Nullable String borrowed) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("site_technician_id", technicianId);
        row.put("site_technician", technicianName);
        row.put("crew", crew);
        row.put("borrowed_crew", borrowed);
        set(caseNo, row);
    }

    public void contact(String caseNo, String note, @Nullable Instant requestedAt) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("contact_note", note);
        row.put("requested_at", utc(requestedAt));
        set(caseNo, row);
    }

    public void method(String caseNo, String method) {
        set(caseNo, Map.of("repair_method", method));
    }

    public void conclusion(String caseNo, Conclusion c) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("our_scope", c.ourScope());
        row.put("our_cause", c.ourCause().name());
        row.put("severity", c.severity().name());
        row.put("emergency", c.emergency());
        row.put("structural", c.structural());
        set(caseNo, row);
    }

    public void charge(String caseNo, ChargeBasis basis) {
        set(caseNo, Map.of("charge_basis", basis.name()));
    }

    public void ownerPays(String caseNo, OwnerPays pays) {
        set(
                caseNo,
                Map.of(
                        "material_fee", pays.material(),
                        "labour_fee", pays.labour(),
                        "management_fee", pays.management()));
    }

    public void plan(String caseNo, String text, Instant plannedStartAt, String informed) {
        set(caseNo, Map.of("plan_text", text, "planned_start_at", utc(plannedStartAt), "informed", informed));
    }

    public void appointment(String caseNo, Instant at) {
        set(caseNo, Map.of("appointment_at", utc(at)));
    }

    public void blocker(String caseNo, @Nullable Blocker blocker, @Nullable String note) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("blocker", blocker == null ? null : blocker.name());
        row.put("blocker_note", note);
        set(caseNo, row);
    }

    public void recordNo(String caseNo, String recordNo) {
        set(caseNo, Map.of("record_no", recordNo));
    }

    public void recordPlace(String caseNo, String place) {
        set(caseNo, Map.of("record_place", place));
    }

    public void visit(String caseNo, Satisfaction satisfaction, @Nullable String opinion, @Nullable String guidance) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("satisfaction", satisfaction.name());
        row.put("opinion", opinion);
        row.put("guidance", guidance);
        set(caseNo, row);
    }

    public void severity(String caseNo, Severity severity) {
        set(caseNo, Map.of("severity", severity.name()));
    }

    public void closeReason(String caseNo, String reason) {
        set(caseNo, Map.of("close_reason", reason));
    }

    public void close(String caseNo, Stage stage, Instant at) {
        set(caseNo, Map.of("stage", stage.name(), "closed_at", utc(at)));
    }

    public void danger(String caseNo, boolean emergency, boolean structural) {
        set(caseNo, Map.of("emergency", emergency, "structural", structural));
    }

    /** The column names are this class's own, never anybody's input. */
    private void set(String caseNo, Map<String, Object> columns) {
        String assignments = columns.keySet().stream().map(c -> c + " = :" + c).collect(Collectors.joining(", "));
        jdbc.sql("update repair_case set " + assignments + " where case_no = :case_no")
                .params(columns)
                .param("case_no", caseNo)
                .update();
    }

    static RepairCase map(ResultSet rs, int row) throws SQLException {
        return new RepairCase(
                rs.getString("case_no"),
                rs.getString("unit"),
                report(rs),
                instant(rs, "recorded_at"),
                rs.getString("recorded_by"),
                Stage.valueOf(rs.getString("stage")),
                CaseKind.valueOf(rs.getString("kind")),
                Severity.valueOf(rs.getString("severity")),
                DefectCategory.valueOf(rs.getString("cause_category")),
                new Entitlement(
                        rs.getObject("item_end", LocalDate.class),
                        rs.getBoolean("inside_period"),
                        rs.getBoolean("item_end_provisional")),
                rs.getObject("our_scope", Boolean.class),
                code(OurCause.class, rs.getString("our_cause")),
                code(ChargeBasis.class, rs.getString("charge_basis")),
                new OwnerPays(
                        rs.getBigDecimal("material_fee"),
                        rs.getBigDecimal("labour_fee"),
                        rs.getBigDecimal("management_fee")),
                new Preparation(
                        rs.getString("task_order_no"),
                        rs.getString("task_note"),
                        rs.getString("materials_plan"),
                        rs.getString("site_technician_id"),
                        rs.getString("crew"),
                        rs.getString("borrowed_crew"),
                        rs.getString("contact_note")),
                new Plan(
                        rs.getString("repair_method"),
                        rs.getString("plan_text"),
                        instant(rs, "planned_start_at"),
                        instant(rs, "appointment_at"),
                        rs.getString("informed")),
                code(Blocker.class, rs.getString("blocker")),
                rs.getString("blocker_note"),
                new Closing(
                        rs.getString("record_no"),
                        rs.getString("record_place"),
                        code(Satisfaction.class, rs.getString("satisfaction")),
                        rs.getString("opinion"),
                        rs.getString("guidance"),
                        instant(rs, "closed_at"),
                        rs.getString("close_reason")));
    }

    private static Report report(ResultSet rs) throws SQLException {
        return new Report(
                rs.getString("project_code"),
                instant(rs, "received_at"),
                Channel.valueOf(rs.getString("channel")),
                rs.getString("reporter_name"),
                rs.getString("reporter_phone"),
                DefectCategory.valueOf(rs.getString("category")),
                rs.getString("location"),
                rs.getString("description"),
                rs.getBoolean("emergency"),
                rs.getBoolean("structural"),
                rs.getBoolean("public_area"),
                instant(rs, "requested_at"),
                rs.getString("late_entry_reason"));
    }

    private static <E extends Enum<E>> @Nullable E code(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
