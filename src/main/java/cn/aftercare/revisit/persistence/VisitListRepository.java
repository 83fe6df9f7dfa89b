package cn.aftercare.revisit.persistence;

import cn.aftercare.platform.persistence.Units;
import cn.aftercare.revisit.Visit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Visits as lists. */
@Repository
public class VisitListRepository {

    private final JdbcClient jdbc;

    VisitListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those not ended first, by planned day.
     *
     * @param units null: all
     */
    public List<Visit> list(@Nullable Collection<String> units, boolean openOnly, long offset, int limit) {
        return select(
                        "select * from revisit",
                        "order by case when closed_at is null then 0 else 1 end, planned_on, visit_no"
                                + " limit :limit offset :offset",
                        units,
                        openOnly)
                .param("offset", offset)
                .param("limit", limit)
                .query(VisitRepository::row)
                .list();
    }

    public long count(@Nullable Collection<String> units, boolean openOnly) {
        return select("select count(*) from revisit", "", units, openOnly)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec select(
            String select, String order, @Nullable Collection<String> units, boolean openOnly) {
        String open = openOnly ? " and closed_at is null" : "";
        return jdbc.sql(select + " where " + Units.clause("unit", units) + open + " " + order)
                .param("units", units);
    }
}
