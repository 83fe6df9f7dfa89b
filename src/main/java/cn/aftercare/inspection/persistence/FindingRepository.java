package cn.aftercare.inspection.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.inspection.FindingCategory;
import cn.aftercare.inspection.FindingGrade;
import cn.aftercare.inspection.FindingStatus;
import cn.aftercare.inspection.Handling;
import cn.aftercare.inspection.Rectification;
import cn.aftercare.inspection.SpotFinding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Findings and every attempt to rectify them. */
@Repository
public class FindingRepository {

    private final JdbcClient jdbc;

    FindingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(SpotFinding f) {
        jdbc.sql("""
                        insert into spot_finding (finding_no, check_no, seq, category, grade, handling, part, description,
                            found_at, due_at, status)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        f.findingNo(),
                        f.checkNo(),
                        f.seq(),
                        f.category().name(),
                        f.grade().name(),
                        f.handling().name(),
                        f.part(),
                        f.description(),
                        utc(f.foundAt()),
                        utc(f.dueAt()),
                        f.status().name())
                .update();
    }

    public Optional<SpotFinding> find(String findingNo) {
        return jdbc.sql("select * from spot_finding where finding_no = ?")
                .param(findingNo)
                .query(FindingRepository::row)
                .optional();
    }

    public List<SpotFinding> ofCheck(String checkNo) {
        return jdbc.sql("select * from spot_finding where check_no = ? order by seq")
                .param(checkNo)
                .query(FindingRepository::row)
                .list();
    }

    /** The finding this repair was opened for. */
    public Optional<SpotFinding> ofRepair(String caseNo) {
        return jdbc.sql("select * from spot_finding where case_no = ?")
                .param(caseNo)
                .query(FindingRepository::row)
                .optional();
    }

    public void repair(String findingNo, String caseNo) {
        jdbc.sql("update spot_finding set case_no = ?, status = ? where finding_no = ?")
                .params(caseNo, FindingStatus.REPAIRING.name(), findingNo)
                .update();
    }

    public void status(String findingNo, FindingStatus status) {
        jdbc.sql("update spot_finding set status = ? where finding_no = ?")
                .params(status.name(), findingNo)
                .update();
    }

    public void verified(String findingNo, Instant at) {
        jdbc.sql("update spot_finding set status = ?, verified_at = ? where finding_no = ?")
                .params(FindingStatus.VERIFIED.name(), utc(at), findingNo)
                .update();
    }

    public void sentBack(String findingNo, Instant dueAt) {
        jdbc.sql("update spot_finding set status = ?, due_at = ? where finding_no = ?")
                .params(FindingStatus.OPEN.name(), utc(dueAt), findingNo)
                .update();
    }

    // rounds ---------------------------------------------------------------------------------------------------------

    public void addRound(String findingNo, Rectification r) {
        jdbc.sql("""
                        insert into spot_rectification (finding_no, round_no, due_at, rectified_at, responsible, measure,
                            evidence, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        findingNo,
                        r.roundNo(),
                        utc(r.dueAt()),
                        utc(r.rectifiedAt()),
                        r.responsible(),
                        r.measure(),
                        r.evidence(),
                        utc(r.recordedAt()),
                        r.recordedBy())
                .update();
    }

    public void decided(
            String findingNo, int roundNo, boolean accepted, @Nullable String remarks, Instant at, String by) {
        jdbc.sql("update spot_rectification set accepted = ?, remarks = ?, decided_at = ?, decided_by = ?"
                        + " where finding_no = ? and round_no = ?")
                .params(accepted, remarks, utc(at), by, findingNo, roundNo)
                .update();
    }

    public List<Rectification> rounds(String findingNo) {
        return jdbc.sql("select * from spot_rectification where finding_no = ? order by round_no")
                .param(findingNo)
                .query((rs, n) -> new Rectification(
                        rs.getInt("round_no"),
                        instant(rs, "due_at"),
                        instant(rs, "rectified_at"),
                        rs.getString("responsible"),
                        rs.getString("measure"),
                        rs.getString("evidence"),
                        instant(rs, "recorded_at"),
                        rs.getString("recorded_by"),
                        rs.getObject("accepted", Boolean.class),
                        rs.getString("remarks"),
                        instant(rs, "decided_at"),
                        rs.getString("decided_by")))
                .list();
    }

    private static SpotFinding row(ResultSet rs, int n) throws SQLException {
        return new SpotFinding(
                rs.getString("finding_no"),
                rs.getString("check_no"),
                rs.getInt("seq"),
                FindingCategory.valueOf(rs.getString("category")),
                FindingGrade.valueOf(rs.getString("grade")),
                Handling.valueOf(rs.getString("handling")),
                rs.getString("part"),
                rs.getString("description"),
                instant(rs, "found_at"),
                instant(rs, "due_at"),
                FindingStatus.valueOf(rs.getString("status")),
                rs.getString("case_no"),
                instant(rs, "verified_at"));
    }
}
