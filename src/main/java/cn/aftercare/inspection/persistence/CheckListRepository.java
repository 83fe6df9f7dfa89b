package cn.aftercare.inspection.persistence;

import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.inspection.CheckStage;
import cn.aftercare.inspection.FindingCount;
import cn.aftercare.inspection.SpotCheck;
import cn.aftercare.platform.persistence.Units;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checks as lists. */
@Repository
public class CheckListRepository {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;

    CheckListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those not ended first, the newest before the older.
     *
     * @param units of the projects; null: all
     * @param month in which they were ordered; null: any
     * @param stage null: any
     */
    public List<SpotCheck> list(
            @Nullable Collection<String> units,
            @Nullable YearMonth month,
            @Nullable CheckStage stage,
            long offset,
            int limit) {
        return narrowed(
                        "select * from spot_check",
                        " order by case when closed_at is null then 0 else 1 end, ordered_at desc, check_no desc"
                                + " limit :limit offset :offset",
                        units,
                        month,
                        stage)
                .param("limit", limit)
                .param("offset", offset)
                .query(CheckRepository::row)
                .list();
    }

    public long count(@Nullable Collection<String> units, @Nullable YearMonth month, @Nullable CheckStage stage) {
        return narrowed("select count(*) from spot_check", "", units, month, stage)
                .query(Long.class)
                .single();
    }

    /** By check; one without findings is not in it. */
    public Map<String, FindingCount> findings(Collection<String> checkNos, Instant now) {
        Map<String, FindingCount> findings = new HashMap<>();
        if (!checkNos.isEmpty()) {
            jdbc.sql("""
                            select check_no, count(*) as found,
                                sum(case when status <> 'VERIFIED' then 1 else 0 end) as unverified,
                                sum(case when status = 'OPEN' and due_at <= :now then 1 else 0 end) as late
                            from spot_finding where check_no in (:checks) group by check_no
                            """).param("checks", checkNos).param("now", utc(now)).query(rs -> {
                findings.put(
                        rs.getString("check_no"),
                        new FindingCount(rs.getInt("found"), rs.getInt("unverified"), rs.getInt("late")));
            });
        }
        return findings;
    }

    private JdbcClient.StatementSpec narrowed(
            String select,
            String tail,
            @Nullable Collection<String> units,
            @Nullable YearMonth month,
            @Nullable CheckStage stage) {
        String where = " where " + Units.clause("unit", units)
                + (month == null ? "" : " and ordered_at >= :from and ordered_at < :to")
                + (stage == null ? "" : " and stage = :stage");
        return jdbc.sql(select + where + tail)
                .param("units", units)
                .param("from", month == null ? null : utc(start(month)))
                .param("to", month == null ? null : utc(start(month.plusMonths(1))))
                .param("stage", stage == null ? null : stage.name());
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZONE).toInstant();
    }
}
