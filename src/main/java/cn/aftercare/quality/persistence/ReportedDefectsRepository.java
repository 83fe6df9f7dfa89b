package cn.aftercare.quality.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

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

    public void add(String caseNo, String kind, Instant receivedAt) {
        jdbc.sql("insert into quality_defect (case_no, kind, received_at) values (?, ?, ?)")
                .params(caseNo, kind, utc(receivedAt))
                .update();
    }

    /** Cases of the kind within the time, both ends inclusive, that no item about a repeated defect has counted yet. */
    public List<Reported> uncounted(String kind, Instant from, Instant to) {
        return jdbc.sql("""
                        select c.case_no, c.project_code, c.unit, d.received_at
                        from quality_defect d join repair_case c on c.case_no = d.case_no
                        where d.kind = :kind and d.received_at >= :from and d.received_at <= :to
                            and not exists (select 1 from quality_reference r join quality_item i on i.item_no = r.item_no
                                where r.reference = c.case_no and i.repeated_kind is not null)
                        """)
                .param("kind", kind)
                .param("from", utc(from))
                .param("to", utc(to))
                .query((rs, n) -> new Reported(
                        rs.getString("case_no"),
                        rs.getString("project_code"),
                        rs.getString("unit"),
                        instant(rs, "received_at")))
                .list();
    }
}
