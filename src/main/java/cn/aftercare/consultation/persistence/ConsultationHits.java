package cn.aftercare.consultation.persistence;

import cn.aftercare.consultation.ConsultationStage;
import cn.aftercare.search.Hit;
import cn.aftercare.search.SearchText;
import cn.aftercare.search.app.SearchSource;
import cn.aftercare.search.persistence.NumberSearch;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Owners' questions by number. */
@Repository
@Order(4)
class ConsultationHits implements SearchSource {

    private static final NumberSearch.Table TABLE =
            new NumberSearch.Table("consultation", "consultation_no", "received_at");

    private final NumberSearch search;

    ConsultationHits(NumberSearch search) {
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
                        "咨询",
                        rs.getString("consultation_no"),
                        rs.getString("project_name"),
                        rs.getString("asker_name") + " · "
                                + ConsultationStage.valueOf(rs.getString("stage"))
                                        .label(),
                        "/consultations/" + rs.getString("consultation_no")));
    }
}
