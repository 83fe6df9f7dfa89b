package cn.aftercare.revisit.persistence;

import cn.aftercare.revisit.VisitStage;
import cn.aftercare.search.Hit;
import cn.aftercare.search.SearchText;
import cn.aftercare.search.app.SearchSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Visits by number; those of a project are on its page. */
@Repository
@Order(3)
class VisitHits implements SearchSource {

    private final JdbcClient jdbc;

    VisitHits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Hit> find(SearchText text, @Nullable Set<String> units, int limit) {
        String within = units == null ? "" : " and v.unit in (:units)";
        return jdbc.sql("select v.visit_no, v.planned_on, v.stage, p.name from revisit v"
                        + " join project p on p.code = v.project_code where lower(v.visit_no) like :text escape '!'"
                        + within + " order by v.planned_on desc, v.visit_no desc limit :limit")
                .param("text", text.pattern())
                .param("units", units)
                .param("limit", limit)
                .query((rs, n) -> new Hit(
                        "回访",
                        rs.getString("visit_no"),
                        rs.getString("name"),
                        rs.getString("planned_on") + " · "
                                + VisitStage.valueOf(rs.getString("stage")).label(),
                        "/revisits/" + rs.getString("visit_no")))
                .list();
    }
}
