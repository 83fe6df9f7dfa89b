package cn.aftercare.consultation.persistence;

import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.consultation.Consultation;
import cn.aftercare.consultation.ConsultationKind;
import cn.aftercare.consultation.ConsultationStage;
import cn.aftercare.platform.persistence.Units;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Consultations as a list. */
@Repository
public class ConsultationListRepository {

    private final JdbcClient jdbc;

    ConsultationListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which part of the list; null means all of it.
     *
     * @param from received at or after
     * @param to received before
     */
    public record Part(
            @Nullable Collection<String> units,
            @Nullable ConsultationKind kind,
            @Nullable ConsultationStage stage,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** Those not settled first, the newest before the older. */
    public List<Consultation> list(Part part, long offset, int limit) {
        return narrowed(
                        "select * from consultation",
                        " order by case when stage = 'SETTLED' then 1 else 0 end, received_at desc, consultation_no desc"
                                + " limit :limit offset :offset",
                        part)
                .param("limit", limit)
                .param("offset", offset)
                .query(ConsultationRepository::row)
                .list();
    }

    public long count(Part part) {
        return narrowed("select count(*) from consultation", "", part)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec narrowed(String select, String tail, Part p) {
        String where = " where " + Units.clause("unit", p.units())
                + (p.kind() == null ? "" : " and kind = :kind")
                + (p.stage() == null ? "" : " and stage = :stage")
                + (p.from() == null ? "" : " and received_at >= :from")
                + (p.to() == null ? "" : " and received_at < :to");
        return jdbc.sql(select + where + tail)
                .param("units", p.units())
                .param("kind", p.kind() == null ? null : p.kind().name())
                .param("stage", p.stage() == null ? null : p.stage().name())
                .param("from", utc(p.from()))
                .param("to", utc(p.to()));
    }
}
