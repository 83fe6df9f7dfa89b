package cn.aftercare.repair.persistence;

import cn.aftercare.platform.persistence.Units;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.Stage;
import cn.aftercare.search.Hit;
import cn.aftercare.search.SearchText;
import cn.aftercare.search.app.SearchSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases by number, place, who reported it and that phone, project and owner; the newest first. */
@Repository
@Order(2)
class CaseHits implements SearchSource {

    private final JdbcClient jdbc;

    CaseHits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Hit> find(SearchText text, @Nullable Set<String> units, int limit) {
        return jdbc.sql("select c.case_no, c.category, c.location, c.stage, p.name from repair_case c"
                        + " join project p on p.code = c.project_code"
                        + " where (lower(c.case_no) like :text escape '!' or lower(c.location) like :text escape '!'"
                        + " or lower(c.reporter_name) like :text escape '!'"
                        + " or replace(replace(c.reporter_phone, '-', ''), ' ', '') like :phone"
                        + " or lower(p.name) like :text escape '!' or lower(p.owner_name) like :text escape '!')"
                        + " and " + Units.clause("c.unit", units)
                        + " order by c.received_at desc, c.case_no desc limit :limit")
                .param("text", text.pattern())
                .param("phone", text.phone())
                .param("units", units)
                .param("limit", limit)
                .query((rs, n) -> new Hit(
                        "案件",
                        rs.getString("case_no"),
                        DefectCategory.valueOf(rs.getString("category")).label() + " · " + rs.getString("location"),
                        rs.getString("name") + " · "
                                + Stage.valueOf(rs.getString("stage")).label(),
                        "/cases/" + rs.getString("case_no")))
                .list();
    }
}
