package cn.aftercare.quality.persistence;

import cn.aftercare.quality.QualitySource;
import cn.aftercare.quality.QualityState;
import cn.aftercare.search.Hit;
import cn.aftercare.search.SearchText;
import cn.aftercare.search.app.SearchSource;
import cn.aftercare.search.persistence.NumberSearch;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Quality information by number. */
@Repository
@Order(6)
class QualityHits implements SearchSource {

    private static final NumberSearch.Table TABLE = new NumberSearch.Table("quality_item", "item_no", "raised_at");

    private final NumberSearch search;

    QualityHits(NumberSearch search) {
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
                        "质量信息",
                        rs.getString("item_no"),
                        rs.getString("project_name"),
                        QualitySource.valueOf(rs.getString("source")).label() + " · "
                                + QualityState.valueOf(rs.getString("state")).label(),
                        "/quality/" + rs.getString("item_no")));
    }
}
