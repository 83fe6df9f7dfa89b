package cn.aftercare.revisit.persistence;

import cn.aftercare.revisit.VisitStage;
import cn.aftercare.search.Hit;
import cn.aftercare.search.SearchText;
import cn.aftercare.search.app.SearchSource;
import cn.aftercare.search.persistence.NumberSearch;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Visits by number; those of a project are on its page. */
@Repository
@Order(3)
class VisitHits implements SearchSource {

    private static final NumberSearch.Table TABLE = new NumberSearch.Table("revisit", "visit_no", "planned_on");

    private final NumberSearch search;

    VisitHits(NumberSearch search) {
        this.search = search;
    }

    @Override
    public List<Hit> find(SearchText text, @Nullable Set<String> units, int limit) {
        return search.find(
                TABLE,
                text,
                units,
                limit,
                (rs, n) -> new Hit(
                        "回访",
                        rs.getString("visit_no"),
                        rs.getString("project_name"),
                        rs.getString("planned_on") + " · "
                                + VisitStage.valueOf(rs.getString("stage")).label(),
                        "/revisits/" + rs.getString("visit_no")));
    }
}
