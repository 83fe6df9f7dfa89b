package cn.aftercare.quality.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.quality.Measure;
import cn.aftercare.quality.MeasureKind;
import cn.aftercare.quality.QualityAnswer;
import cn.aftercare.quality.QualityRoute;
import cn.aftercare.quality.ReviewKind;
import cn.aftercare.quality.Verification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was made of items, round by round: answers, measures, verifications, and the story. */
@Repository
public class HandlingRepository {

    private final JdbcClient jdbc;

    HandlingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void asked(String itemNo, int round, QualityRoute route) {
        jdbc.sql("insert into quality_answer (item_no, round_no, route) values (?, ?, ?) on conflict do nothing")
                .params(itemNo, round, route.name())
                .update();
    }

    public void answered(
            String itemNo,
            int round,
            QualityRoute route,
            String answer,
            @Nullable ReviewKind reviewKind,
            Instant at,
            String by) {
        jdbc.sql("update quality_answer set answer = ?, review_kind = ?, answered_at = ?, answered_by = ?"
                        + " where item_no = ? and round_no = ? and route = ?")
                .params(answer, reviewKind == null ? null : reviewKind.name(), utc(at), by, itemNo, round, route.name())
                .update();
    }

    /** Round by round, in the order of the routes. */
    public List<QualityAnswer> answers(String itemNo) {
        return jdbc
                .sql("select * from quality_answer where item_no = ? order by round_no")
                .param(itemNo)
                .query((rs, n) -> new QualityAnswer(
                        rs.getInt("round_no"),
                        QualityRoute.valueOf(rs.getString("route")),
                        rs.getString("answer"),
                        rs.getString("review_kind") == null ? null : ReviewKind.valueOf(rs.getString("review_kind")),
                        instant(rs, "answered_at"),
                        rs.getString("answered_by")))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(QualityAnswer::roundNo).thenComparing(QualityAnswer::route))
                .toList();
    }

    public void plan(String itemNo, Measure m) {
        jdbc.sql("insert into quality_measure (item_no, seq, round_no, route, kind, content, person, due_on)"
                        + " values (?, (select coalesce(max(seq), 0) + 1 from quality_measure where item_no = ?),"
                        + " ?, ?, ?, ?, ?, ?)")
                .params(
                        itemNo,
                        itemNo,
                        m.roundNo(),
                        m.route().name(),
                        m.kind().name(),
                        m.content(),
                        m.person(),
                        m.dueOn())
                .update();
    }

    public void done(String itemNo, int seq, String result, Instant at, String by) {
        jdbc.sql("update quality_measure set result = ?, done_at = ?, done_by = ? where item_no = ? and seq = ?")
                .params(result, utc(at), by, itemNo, seq)
                .update();
    }

    public List<Measure> measures(String itemNo) {
        return jdbc.sql("select * from quality_measure where item_no = ? order by seq")
                .param(itemNo)
                .query((rs, n) -> new Measure(
                        rs.getInt("seq"),
                        rs.getInt("round_no"),
                        QualityRoute.valueOf(rs.getString("route")),
                        MeasureKind.valueOf(rs.getString("kind")),
                        rs.getString("content"),
                        rs.getString("person"),
                        rs.getObject("due_on", LocalDate.class),
                        rs.getString("result"),
                        instant(rs, "done_at"),
                        rs.getString("done_by")))
                .list();
    }

    public void verified(String itemNo, Verification v) {
        jdbc.sql("insert into quality_verification (item_no, round_no, effective, finding, verified_at, verified_by)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(itemNo, v.roundNo(), v.effective(), v.finding(), utc(v.verifiedAt()), v.verifiedBy())
                .update();
    }

    public List<Verification> verifications(String itemNo) {
        return jdbc.sql("select * from quality_verification where item_no = ? order by round_no")
                .param(itemNo)
                .query((rs, n) -> new Verification(
                        rs.getInt("round_no"),
                        rs.getBoolean("effective"),
                        rs.getString("finding"),
                        instant(rs, "verified_at"),
                        rs.getString("verified_by")))
                .list();
    }
}
