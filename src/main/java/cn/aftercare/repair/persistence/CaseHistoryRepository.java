package cn.aftercare.repair.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.commitment.Severity;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.AcceptanceRound;
import cn.aftercare.repair.Finding;
import cn.aftercare.repair.Finding.Conclusion;
import cn.aftercare.repair.OurCause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is only ever added to a case: the findings, the rounds of acceptance. */
@Repository
public class CaseHistoryRepository {

    private final JdbcClient jdbc;

    CaseHistoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void found(String caseNo, Finding f) {
        Conclusion c = f.conclusion();
        jdbc.sql("""
                        insert into case_finding (case_no, found_at, found_by, role, our_scope, our_cause, severity,
                            cause_category, emergency, structural, evidence)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        caseNo,
                        utc(f.foundAt()),
                        f.foundBy(),
                        f.role().name(),
                        c.ourScope(),
                        c.ourCause().name(),
                        c.severity().name(),
                        c.causeCategory().name(),
                        c.emergency(),
                        c.structural(),
                        f.evidence())
                .update();
    }

    /** Oldest first. */
    public List<Finding> findings(String caseNo) {
        return jdbc.sql("select * from case_finding where case_no = ? order by id")
                .param(caseNo)
                .query((rs, n) -> new Finding(
                        instant(rs, "found_at"),
                        rs.getString("found_by"),
                        Finding.By.valueOf(rs.getString("role")),
                        new Conclusion(
                                rs.getBoolean("our_scope"),
                                OurCause.valueOf(rs.getString("our_cause")),
                                Severity.valueOf(rs.getString("severity")),
                                DefectCategory.valueOf(rs.getString("cause_category")),
                                rs.getBoolean("emergency"),
                                rs.getBoolean("structural")),
                        rs.getString("evidence")))
                .list();
    }

    public List<AcceptanceRound> rounds(String caseNo) {
        return jdbc.sql("select * from acceptance_round where case_no = ? order by round_no")
                .param(caseNo)
                .query((rs, n) -> new AcceptanceRound(
                        rs.getInt("round_no"),
                        rs.getString("work_done"),
                        instant(rs, "finished_at"),
                        rs.getString("responsible"),
                        rs.getString("self_check") == null
                                ? null
                                : rs.getString("self_check").equals("PASSED"),
                        rs.getString("self_check_note"),
                        rs.getObject("accepted", Boolean.class),
                        rs.getString("owner_representative"),
                        instant(rs, "decided_at"),
                        rs.getString("remarks")))
                .list();
    }

    /** The work of a round, said again if the self-check sent it back. */
    public void work(String caseNo, int round, String workDone, Instant finishedAt, String responsible) {
        jdbc.sql("delete from acceptance_round where case_no = ? and round_no = ?")
                .params(caseNo, round)
                .update();
        jdbc.sql("""
                        insert into acceptance_round (case_no, round_no, work_done, finished_at, responsible)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(caseNo, round, workDone, utc(finishedAt), responsible)
                .update();
    }

    public void selfCheck(String caseNo, int round, boolean passed, @Nullable String note) {
        jdbc.sql("update acceptance_round set self_check = ?, self_check_note = ? where case_no = ? and round_no = ?")
                .params(passed ? "PASSED" : "FAILED", note, caseNo, round)
                .update();
    }

    public void decision(
            String caseNo,
            int round,
            boolean accepted,
            String ownerRepresentative,
            Instant decidedAt,
            @Nullable String remarks) {
        jdbc.sql("""
                        update acceptance_round set accepted = ?, owner_representative = ?, decided_at = ?, remarks = ?
                        where case_no = ? and round_no = ?
                        """)
                .params(accepted, ownerRepresentative, utc(decidedAt), remarks, caseNo, round)
                .update();
    }
}
