package cn.aftercare.quality.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.quality.ContactChannel;
import cn.aftercare.quality.QualityDraft;
import cn.aftercare.quality.QualityEnding;
import cn.aftercare.quality.QualityGrade;
import cn.aftercare.quality.QualityItem;
import cn.aftercare.quality.QualityItem.Aspects;
import cn.aftercare.quality.QualityItem.Told;
import cn.aftercare.quality.QualitySource;
import cn.aftercare.quality.QualityState;
import cn.aftercare.quality.ToldHow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code quality_item} and {@code quality_reference}; an item keeps records and files as a case does. */
@Repository
public class QualityItemRepository {

    private final JdbcClient jdbc;

    QualityItemRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long nextNumber() {
        return jdbc.sql("select nextval('quality_no_seq')").query(Long.class).single();
    }

    /** @return false, and nothing is kept, when the same origin has raised an item before */
    public boolean insert(String itemNo, QualityDraft draft, String raisedBy, Instant raisedAt) {
        int kept = jdbc.sql("""
                        insert into quality_item (item_no, project_code, unit, source, channel, origin, content, raised_by,
                            by_owner, owner_name, owner_phone, raised_at, repeated_kind, state, construction, design,
                            quality_system, several, round_no)
                        values (:no, :project, :unit, :source, :channel, :origin, :content, :raisedBy, :byOwner, :ownerName,
                            :ownerPhone, :raisedAt, :kind, 'CLASSIFYING', false, false, false, false, 0)
                        on conflict do nothing
                        """)
                .param("no", itemNo)
                .param("project", draft.projectCode())
                .param("unit", draft.unit())
                .param("source", draft.source().name())
                .param(
                        "channel",
                        draft.channel() == null ? null : draft.channel().name())
                .param("origin", draft.origin())
                .param("content", draft.content())
                .param("raisedBy", raisedBy)
                .param("byOwner", draft.byOwner())
                .param("ownerName", draft.ownerName())
                .param("ownerPhone", draft.ownerPhone())
                .param("raisedAt", utc(raisedAt))
                .param("kind", draft.repeatedKind())
                .update();
        if (kept == 0) {
            return false;
        }
        draft.references().forEach(reference -> refer(itemNo, reference));
        return true;
    }

    /** Puts a case, visit or survey behind the item. */
    public void refer(String itemNo, String reference) {
        jdbc.sql("insert into quality_reference (item_no, reference) values (?, ?) on conflict do nothing")
                .params(itemNo, reference)
                .update();
    }

    public List<String> references(String itemNo) {
        return jdbc.sql("select reference from quality_reference where item_no = ? order by reference")
                .param(itemNo)
                .query(String.class)
                .list();
    }

    public void process(String itemNo, String processInstanceId) {
        jdbc.sql("update quality_item set process_instance_id = ? where item_no = ?")
                .params(processInstanceId, itemNo)
                .update();
    }

    public Optional<QualityItem> item(String itemNo) {
        return jdbc.sql("select * from quality_item where item_no = ?")
                .param(itemNo)
                .query(QualityItemRepository::row)
                .optional();
    }

    public Optional<QualityItem> ofOrigin(String origin) {
        return jdbc.sql("select * from quality_item where origin = ?")
                .param(origin)
                .query(QualityItemRepository::row)
                .optional();
    }

    /** The item about this kind of defect that is not closed yet. */
    public Optional<String> openAbout(String repeatedKind) {
        return jdbc.sql("select item_no from quality_item where repeated_kind = ? and closed_at is null")
                .param(repeatedKind)
                .query(String.class)
                .optional();
    }

    public void state(String itemNo, QualityState state) {
        jdbc.sql("update quality_item set state = ? where item_no = ?")
                .params(state.name(), itemNo)
                .update();
    }

    public void classified(String itemNo, QualityGrade grade, Aspects aspects, String analysis) {
        jdbc.sql("update quality_item set grade = ?, construction = ?, design = ?, quality_system = ?, several = ?,"
                        + " analysis = ? where item_no = ?")
                .params(
                        grade.name(),
                        aspects.construction(),
                        aspects.design(),
                        aspects.qualitySystem(),
                        aspects.several(),
                        analysis,
                        itemNo)
                .update();
    }

    public void assessed(String itemNo, Aspects aspects, String assessment) {
        jdbc.sql("update quality_item set construction = ?, design = ?, quality_system = ?, several = ?, assessment = ?"
                        + " where item_no = ?")
                .params(
                        aspects.construction(),
                        aspects.design(),
                        aspects.qualitySystem(),
                        aspects.several(),
                        assessment,
                        itemNo)
                .update();
    }

    public void round(String itemNo, int round) {
        jdbc.sql("update quality_item set round_no = ? where item_no = ?")
                .params(round, itemNo)
                .update();
    }

    public void settled(String itemNo, QualityEnding ending, String decision) {
        jdbc.sql("update quality_item set ending = ?, decision = ? where item_no = ?")
                .params(ending.name(), decision, itemNo)
                .update();
    }

    public void told(String itemNo, Told told) {
        jdbc.sql("update quality_item set told_at = ?, told_by = ?, told_how = ?, told_note = ? where item_no = ?")
                .params(utc(told.at()), told.by(), told.how().name(), told.note(), itemNo)
                .update();
    }

    public void closed(String itemNo, String recordNo, Instant at) {
        jdbc.sql("update quality_item set state = 'CLOSED', record_no = ?, closed_at = ? where item_no = ?")
                .params(recordNo, utc(at), itemNo)
                .update();
    }

    static QualityItem row(ResultSet rs, int n) throws SQLException {
        Instant toldAt = instant(rs, "told_at");
        return new QualityItem(
                rs.getString("item_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                QualitySource.valueOf(rs.getString("source")),
                code(rs, "channel", ContactChannel.class),
                rs.getString("content"),
                rs.getString("raised_by"),
                rs.getBoolean("by_owner"),
                rs.getString("owner_name"),
                rs.getString("owner_phone"),
                instant(rs, "raised_at"),
                QualityState.valueOf(rs.getString("state")),
                code(rs, "grade", QualityGrade.class),
                new Aspects(
                        rs.getBoolean("construction"),
                        rs.getBoolean("design"),
                        rs.getBoolean("quality_system"),
                        rs.getBoolean("several")),
                rs.getString("analysis"),
                rs.getString("assessment"),
                rs.getInt("round_no"),
                code(rs, "ending", QualityEnding.class),
                rs.getString("decision"),
                toldAt == null
                        ? null
                        : new Told(
                                toldAt,
                                rs.getString("told_by"),
                                ToldHow.valueOf(rs.getString("told_how")),
                                rs.getString("told_note")),
                rs.getString("record_no"),
                instant(rs, "closed_at"));
    }

    private static <E extends Enum<E>> @Nullable E code(ResultSet rs, String column, Class<E> type)
            throws SQLException {
        String value = rs.getString(column);
        return value == null ? null : Enum.valueOf(type, value);
    }
}
