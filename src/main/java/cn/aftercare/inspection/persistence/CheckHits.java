package cn.aftercare.inspection.persistence;

import cn.aftercare.inspection.CheckStage;
import cn.aftercare.search.Hit;
import cn.aftercare.search.SearchText;
import cn.aftercare.search.app.SearchSource;
import cn.aftercare.search.persistence.NumberSearch;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Spot checks by number. */
@Repository
@Order(7)
class CheckHits implements SearchSource {

    private static final NumberSearch.Table TABLE = new NumberSearch.Table("spot_check", "check_no", "ordered_at");

    private final NumberSearch search;

    CheckHits(NumberSearch search) {
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
                        "抽查",
                        rs.getString("check_no"),
                        rs.getString("project_name"),
                        rs.getString("topic") + " · "
                                + CheckStage.valueOf(rs.getString("stage")).label(),
                        "/inspections/" + rs.getString("check_no")));
    }
}
