package cn.aftercare.survey.persistence;

import cn.aftercare.search.Hit;
import cn.aftercare.search.SearchText;
import cn.aftercare.search.app.SearchSource;
import cn.aftercare.search.persistence.NumberSearch;
import cn.aftercare.survey.SurveyStatus;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Repository;

/** Satisfaction surveys, of a visit or of a year, by number. */
@Repository
@Order(8)
class SurveyHits implements SearchSource {

    private static final NumberSearch.Table TABLE = new NumberSearch.Table("survey", "survey_no", "opened_at");

    private final NumberSearch search;

    SurveyHits(NumberSearch search) {
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
                        "满意度",
                        rs.getString("survey_no"),
                        rs.getString("project_name"),
                        rs.getInt("year_no") + " 年 · "
                                + SurveyStatus.valueOf(rs.getString("status")).label(),
                        "/surveys/" + rs.getString("survey_no")));
    }
}
