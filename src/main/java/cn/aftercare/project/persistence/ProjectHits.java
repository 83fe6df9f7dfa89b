package cn.aftercare.project.persistence;

import cn.aftercare.platform.persistence.Units;
import cn.aftercare.search.Hit;
import cn.aftercare.search.SearchText;
import cn.aftercare.search.app.SearchSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Projects by code, name, owner, contact and phone; live ones first. */
@Repository
@Order(1)
class ProjectHits implements SearchSource {

    private final JdbcClient jdbc;

    ProjectHits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Hit> find(SearchText text, @Nullable Set<String> units, int limit) {
        return jdbc.sql("select code, name, owner_name, address from project where (lower(code) like :text escape '!'"
                        + " or lower(name) like :text escape '!' or lower(owner_name) like :text escape '!'"
                        + " or lower(owner_contact) like :text escape '!'"
                        + " or replace(replace(owner_phone, '-', ''), ' ', '') like :phone) and "
                        + Units.clause("unit", units)
                        + " order by case when closed_on is null then 0 else 1 end, code limit :limit")
                .param("text", text.pattern())
                .param("phone", text.phone())
                .param("units", units)
                .param("limit", limit)
                .query((rs, n) -> new Hit(
                        "工程",
                        rs.getString("code"),
                        rs.getString("name"),
                        rs.getString("owner_name") + " · " + rs.getString("address"),
                        "/projects/" + rs.getString("code")))
                .list();
    }
}
