package cn.aftercare.quality.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.project.DefectCategory;
import cn.aftercare.quality.DefectPart;
import cn.aftercare.quality.RepeatedDefects.Reported;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Defects of one kind, over all projects. */
@Repository
public class ReportedDefectsRepository {

    private final JdbcClient jdbc;

    ReportedDefectsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the kind until the transaction ends, so that of several cases at once each sees those before it. */
    public void lock(String kind) {
        jdbc.sql("insert into quality_repetition (kind) values (?) on conflict do nothing")
                .param(kind)
                .update();
        jdbc.sql("select kind from quality_repetition where kind = ? for update")
                .param(kind)
                .query(String.class)
                .single();
    }

    /** Cases of the category within the time, both ends inclusive, that no item about a repeated defect has counted yet. */
    public List<Reported> uncounted(DefectCategory category, Instant from, Instant to) {
        return jdbc.sql("""
                        select case_no, project_code, unit, location, received_at from repair_case c
                        where category = :category and received_at >= :from and received_at <= :to
                            and not exists (select 1 from quality_reference r join quality_item i on i.item_no = r.item_no
                                where r.reference = c.case_no and i.repeated_kind is not null)
                        """)
                .param("category", category.name())
                .param("from", utc(from))
                .param("to", utc(to))
                .query((rs, n) -> new Reported(
                        rs.getString("case_no"),
                        rs.getString("project_code"),
                        rs.getString("unit"),
                        DefectPart.of(rs.getString("location")),
                        instant(rs, "received_at")))
                .list();
    }
}
