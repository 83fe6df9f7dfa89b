package cn.aftercare.training.persistence;

import cn.aftercare.search.Hit;
import cn.aftercare.search.SearchText;
import cn.aftercare.search.app.SearchSource;
import cn.aftercare.search.persistence.NumberSearch;
import cn.aftercare.training.TrainingStage;
import cn.aftercare.training.TrainingSubject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Trainings by number. */
@Repository
@Order(5)
class TrainingHits implements SearchSource {

    private static final NumberSearch.Table TABLE = new NumberSearch.Table("training", "training_no", "started_at");

    private final NumberSearch search;

    TrainingHits(NumberSearch search) {
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
                        "培训",
                        rs.getString("training_no"),
                        rs.getString("project_name"),
                        TrainingSubject.valueOf(rs.getString("subject")).label() + " · "
                                + TrainingStage.valueOf(rs.getString("stage")).label(),
                        "/training/" + rs.getString("training_no")));
    }
}
