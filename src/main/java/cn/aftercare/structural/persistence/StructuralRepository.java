package cn.aftercare.structural.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.structural.RepairScheme;
import cn.aftercare.structural.SafetyMeasure;
import cn.aftercare.structural.StructuralCase;
import cn.aftercare.structural.StructuralCase.Channel;
import cn.aftercare.structural.StructuralCase.Designer;
import cn.aftercare.structural.StructuralCase.DesignerAnswer;
import cn.aftercare.structural.StructuralCase.Filing;
import cn.aftercare.structural.StructuralCase.OwnerTold;
import cn.aftercare.structural.StructuralCase.Report;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Structural cases with their measures and schemes. */
@Repository
public class StructuralRepository {

    private final JdbcClient jdbc;

    StructuralRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<StructuralCase> find(String caseNo) {
        return jdbc.sql("select * from structural_case where case_no = ?")
                .param(caseNo)
                .query((rs, n) -> new StructuralCase(
                        rs.getString("case_no"),
                        new Report(
                                rs.getString("letter_no"),
                                instant(rs, "reported_at"),
                                rs.getString("recipient"),
                                code(Channel.class, rs.getString("report_channel")),
                                rs.getString("receipt_no")),
                        new OwnerTold(
                                instant(rs, "told_at"),
                                rs.getString("told_whom"),
                                code(Channel.class, rs.getString("told_how")),
                                rs.getString("told_note")),
                        new Designer(
                                rs.getString("designer"),
                                code(DesignerAnswer.class, rs.getString("designer_answer")),
                                rs.getString("designer_evidence"),
                                rs.getString("engaged_name"),
                                rs.getString("engaged_class"),
                                rs.getString("engaged_certificate")),
                        new Filing(
                                rs.getString("filing_no"),
                                instant(rs, "filed_at"),
                                rs.getString("closing_no"),
                                instant(rs, "closing_submitted_at"),
                                rs.getString("closing_receipt_no"))))
                .optional();
    }

    public void letter(String caseNo, String recordNo) {
        set(caseNo, Map.of("letter_no", recordNo));
    }

    public void reported(String caseNo, Instant at, String recipient, Channel channel, String receiptNo) {
        set(
                caseNo,
                Map.of(
                        "reported_at",
                        utc(at),
                        "recipient",
                        recipient,
                        "report_channel",
                        channel.name(),
                        "receipt_no",
                        receiptNo));
    }

    public void ownerTold(String caseNo, Instant at, String whom, Channel how, String note) {
        set(caseNo, Map.of("told_at", utc(at), "told_whom", whom, "told_how", how.name(), "told_note", note));
    }

    /** A new answer of the original unit; whoever was engaged in its place no longer counts. */
    public void designer(String caseNo, String designer, DesignerAnswer answer, String evidence) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("designer", designer);
        row.put("designer_answer", answer.name());
        row.put("designer_evidence", evidence);
        row.put("engaged_name", null);
        row.put("engaged_class", null);
        row.put("engaged_certificate", null);
        set(caseNo, row);
    }

    public void engaged(String caseNo, String name, String unitClass, String certificate) {
        set(caseNo, Map.of("engaged_name", name, "engaged_class", unitClass, "engaged_certificate", certificate));
    }

    public void filed(String caseNo, String filingNo, Instant at) {
        set(caseNo, Map.of("filing_no", filingNo, "filed_at", utc(at)));
    }

    public void closing(String caseNo, String recordNo) {
        set(caseNo, Map.of("closing_no", recordNo));
    }

    public void closingSubmitted(String caseNo, Instant at, String receiptNo) {
        set(caseNo, Map.of("closing_submitted_at", utc(at), "closing_receipt_no", receiptNo));
    }

    public void measure(String caseNo, SafetyMeasure m) {
        jdbc.sql("insert into safety_measure (case_no, taken_at, measure, recorded_by) values (?, ?, ?, ?)")
                .params(caseNo, utc(m.takenAt()), m.measure(), m.recordedBy())
                .update();
    }

    /** In the order they were taken. */
    public List<SafetyMeasure> measures(String caseNo) {
        return jdbc.sql("select * from safety_measure where case_no = ? order by taken_at, id")
                .param(caseNo)
                .query((rs, n) -> new SafetyMeasure(
                        instant(rs, "taken_at"), rs.getString("measure"), rs.getString("recorded_by")))
                .list();
    }

    public void scheme(String caseNo, int version, String title, String summary, Instant receivedAt) {
        jdbc.sql("insert into repair_scheme (case_no, version_no, title, summary, received_at) values (?, ?, ?, ?, ?)")
                .params(caseNo, version, title, summary, utc(receivedAt))
                .update();
    }

    public void reviewed(String caseNo, int version, boolean accepted, Instant at, @Nullable String remarks) {
        jdbc.sql("update repair_scheme set accepted = ?, decided_at = ?, remarks = ?"
                        + " where case_no = ? and version_no = ?")
                .params(accepted, utc(at), remarks, caseNo, version)
                .update();
    }

    /** Every version, in order. */
    public List<RepairScheme> schemes(String caseNo) {
        return jdbc.sql("select * from repair_scheme where case_no = ? order by version_no")
                .param(caseNo)
                .query((rs, n) -> new RepairScheme(
                        rs.getInt("version_no"),
                        rs.getString("title"),
                        rs.getString("summary"),
                        instant(rs, "received_at"),
                        rs.getObject("accepted", Boolean.class),
                        instant(rs, "decided_at"),
                        rs.getString("remarks")))
                .list();
    }

    /** The column names are this class's own, never anybody's input. */
    private void set(String caseNo, Map<String, Object> columns) {
        if (find(caseNo).isEmpty()) {
            jdbc.sql("insert into structural_case (case_no) values (?)")
                    .param(caseNo)
                    .update();
        }
        String assignments = columns.keySet().stream().map(c -> c + " = :" + c).collect(Collectors.joining(", "));
        jdbc.sql("update structural_case set " + assignments + " where case_no = :case_no")
                .params(columns)
                .param("case_no", caseNo)
                .update();
    }

    private static <E extends Enum<E>> @Nullable E code(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
