package cn.aftercare.quality.persistence;

import cn.aftercare.platform.persistence.Units;
import cn.aftercare.quality.QualityGrade;
import cn.aftercare.quality.QualityItem;
import cn.aftercare.quality.QualitySource;
import cn.aftercare.quality.QualityState;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Items as lists. */
@Repository
public class QualityListRepository {

    private final JdbcClient jdbc;

    QualityListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a list is narrowed to; null means any. */
    public record Filter(
            @Nullable Collection<String> units,
            @Nullable QualityGrade grade,
            @Nullable QualitySource source,
            @Nullable QualityState state) {}

    /** Those not closed first, the newest first among them. */
    public List<QualityItem> list(Filter filter, long offset, int limit) {
        return select(
                        "select *",
                        filter,
                        " order by case when closed_at is null then 0 else 1 end, raised_at desc, item_no desc"
                                + " limit :limit offset :offset")
                .param("offset", offset)
                .param("limit", limit)
                .query(QualityItemRepository::row)
                .list();
    }

    public long count(Filter filter) {
        return select("select count(*)", filter, "").query(Long.class).single();
    }

    private JdbcClient.StatementSpec select(String what, Filter f, String order) {
        StringBuilder where = new StringBuilder(" from quality_item where ");
        where.append(Units.clause("unit", f.units()));
        where.append(f.grade() == null ? "" : " and grade = :grade");
        where.append(f.source() == null ? "" : " and source = :source");
        where.append(f.state() == null ? "" : " and state = :state");
        return jdbc.sql(what + where + order)
                .param("units", f.units())
                .param("grade", f.grade() == null ? null : f.grade().name())
                .param("source", f.source() == null ? null : f.source().name())
                .param("state", f.state() == null ? null : f.state().name());
    }
}
