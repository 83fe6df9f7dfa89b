package cn.aftercare.search.persistence;

import cn.aftercare.platform.persistence.Units;
import cn.aftercare.search.Hit;
import cn.aftercare.search.SearchText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds by its number whatever belongs to a project and a unit. */
@Repository
public class NumberSearch {

    private final JdbcClient jdbc;

    NumberSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A table with {@code project_code} and {@code unit}, whose people may see the row; the names are ours, never typed.
     *
     * @param number the column of the number
     * @param latest the column by which the newest come first
     */
    public record Table(String name, String number, String latest) {}

    /**
     * At most so many, the newest first.
     *
     * @param units whose rows may be found; null: all
     * @param hit of a row of the table, with {@code project_name}
     */
    public List<Hit> find(Table table, SearchText text, @Nullable Set<String> units, int limit, RowMapper<Hit> hit) {
        return jdbc.sql("select t.*, p.name as project_name from " + table.name()
                        + " t join project p on p.code = t.project_code where lower(t." + table.number()
                        + ") like :text escape '!' and " + Units.clause("t.unit", units) + " order by t."
                        + table.latest() + " desc, t."
                        + table.number() + " desc limit :limit")
                .param("text", text.pattern())
                .param("units", units)
                .param("limit", limit)
                .query(hit)
                .list();
    }
}
