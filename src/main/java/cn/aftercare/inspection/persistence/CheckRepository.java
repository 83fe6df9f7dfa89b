package cn.aftercare.inspection.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.inspection.CheckItem;
import cn.aftercare.inspection.CheckResult;
import cn.aftercare.inspection.CheckStage;
import cn.aftercare.inspection.SpotCheck;
import cn.aftercare.project.app.OpenMatters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checks, their checklists, and the checks as dossiers. */
@Repository
public class CheckRepository implements OpenMatters {

    private final JdbcClient jdbc;

    CheckRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long nextNumber() {
        return jdbc.sql("select nextval('spot_check_no_seq')").query(Long.class).single();
    }

    public void insert(SpotCheck c) {
        jdbc.sql("""
                        insert into spot_check (check_no, draw_no, project_code, unit, checking_unit, topic, due_at, stage,
                            ordered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        c.checkNo(),
                        c.drawNo(),
                        c.projectCode(),
                        c.unit(),
                        c.checkingUnit(),
                        c.topic(),
                        utc(c.dueAt()),
                        c.stage().name(),
                        utc(c.orderedAt()))
                .update();
    }

    public Optional<SpotCheck> check(String checkNo) {
        return jdbc.sql("select * from spot_check where check_no = ?")
                .param(checkNo)
                .query(CheckRepository::row)
                .optional();
    }

    /** Keeps others from changing the check and its findings until the transaction ends. */
    public Optional<SpotCheck> lockCheck(String checkNo) {
        return jdbc.sql("select * from spot_check where check_no = ? for update")
                .param(checkNo)
                .query(CheckRepository::row)
                .optional();
    }

    public List<SpotCheck> ofDraw(String drawNo) {
        return jdbc.sql("select * from spot_check where draw_no = ? order by check_no")
                .param(drawNo)
                .query(CheckRepository::row)
                .list();
    }

    public void visited(String checkNo, CheckStage stage, SpotCheck.Visit v) {
        jdbc.sql("""
                        update spot_check set stage = ?, result = ?, checked_at = ?, inspectors = ?, content = ?,
                            not_done_reason = ?, recorded_at = ?, recorded_by = ?
                        where check_no = ?
                        """)
                .params(
                        stage.name(),
                        v.result().name(),
                        utc(v.checkedAt()),
                        v.inspectors(),
                        v.content(),
                        v.notDoneReason(),
                        utc(v.recordedAt()),
                        v.recordedBy(),
                        checkNo)
                .update();
    }

    public void closed(String checkNo, CheckStage stage, Instant at) {
        jdbc.sql("update spot_check set stage = ?, closed_at = ? where check_no = ?")
                .params(stage.name(), utc(at), checkNo)
                .update();
    }

    public void recordNo(String checkNo, String recordNo) {
        jdbc.sql("update spot_check set record_no = ? where check_no = ?")
                .params(recordNo, checkNo)
                .update();
    }

    // checklist ------------------------------------------------------------------------------------------------------

    public void addItem(String checkNo, CheckItem i) {
        jdbc.sql("insert into spot_check_item (check_no, seq, part, hint, case_no, checked) values (?, ?, ?, ?, ?, ?)")
                .params(checkNo, i.seq(), i.part(), i.hint(), i.caseNo(), i.checked())
                .update();
    }

    public void checked(String checkNo, Collection<Integer> seqs) {
        jdbc.sql("update spot_check_item set checked = true where check_no = :checkNo and seq in (:seqs)")
                .param("checkNo", checkNo)
                .param("seqs", seqs)
                .update();
    }

    /** The spot checks of a project that have not ended. */
    @Override
    public List<String> open(String projectCode) {
        return jdbc.sql(
                        "select check_no from spot_check where project_code = ? and stage not in ('CLOSED', 'NOT_DONE')")
                .param(projectCode)
                .query(String.class)
                .list();
    }

    public List<CheckItem> items(String checkNo) {
        return jdbc.sql("select * from spot_check_item where check_no = ? order by seq")
                .param(checkNo)
                .query((rs, n) -> new CheckItem(
                        rs.getInt("seq"),
                        rs.getString("part"),
                        rs.getString("hint"),
                        rs.getString("case_no"),
                        rs.getBoolean("checked")))
                .list();
    }

    /** The newest repairs of a project, as lines of a checklist numbered from {@code first}. */
    public List<CheckItem> pastRepairs(String projectCode, int first, int limit) {
        return jdbc.sql("select case_no, location, description from repair_case where project_code = ?"
                        + " order by received_at desc, case_no desc limit ?")
                .params(projectCode, limit)
                .query((rs, n) -> new CheckItem(
                        first + n,
                        rs.getString("location"),
                        rs.getString("description"),
                        rs.getString("case_no"),
                        false))
                .list();
    }

    static SpotCheck row(ResultSet rs, int n) throws SQLException {
        String result = rs.getString("result");
        return new SpotCheck(
                rs.getString("check_no"),
                rs.getString("draw_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                rs.getString("checking_unit"),
                rs.getString("topic"),
                instant(rs, "due_at"),
                CheckStage.valueOf(rs.getString("stage")),
                instant(rs, "ordered_at"),
                new SpotCheck.Visit(
                        result == null ? null : CheckResult.valueOf(result),
                        instant(rs, "checked_at"),
                        rs.getString("inspectors"),
                        rs.getString("content"),
                        rs.getString("not_done_reason"),
                        instant(rs, "recorded_at"),
                        rs.getString("recorded_by")),
                rs.getString("record_no"),
                instant(rs, "closed_at"));
    }
}
