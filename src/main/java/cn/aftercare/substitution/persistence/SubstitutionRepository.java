package cn.aftercare.substitution.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.platform.persistence.Units;
import cn.aftercare.substitution.Planned;
import cn.aftercare.substitution.Substitution;
import cn.aftercare.substitution.SubstitutionStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables substitution and lent_group. */
@Repository
public class SubstitutionRepository {

    private final JdbcClient jdbc;

    SubstitutionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long nextNumber() {
        return jdbc.sql("select nextval('substitution_no_seq')")
                .query(Long.class)
                .single();
    }

    public void insert(Substitution s) {
        jdbc.sql("""
                        insert into substitution (substitution_no, unit, absent_user, substitute_user, first_day, last_day,
                            reason, status, recorded_by, recorded_at)
                        values (:number, :unit, :absent, :substitute, :firstDay, :lastDay, :reason, :status, :by, :at)
                        """)
                .param("number", s.number())
                .param("unit", s.unit())
                .param("absent", s.absent())
                .param("substitute", s.substitute())
                .param("firstDay", s.firstDay())
                .param("lastDay", s.lastDay())
                .param("reason", s.reason())
                .param("status", s.status().name())
                .param("by", s.recorded().by())
                .param("at", utc(s.recorded().at()))
                .update();
    }

    /** So that two people who record a leave at the same time see each other's. */
    public void lockUnit(String unit) {
        jdbc.sql("select code from org_unit where code = ? for update")
                .param(unit)
                .query(String.class)
                .list();
    }

    public Optional<Substitution> find(String number) {
        return one(number, "");
    }

    public Optional<Substitution> lock(String number) {
        return one(number, " for update");
    }

    private Optional<Substitution> one(String number, String lock) {
        return jdbc.sql("select * from substitution where substitution_no = ?" + lock)
                .param(number)
                .query(SubstitutionRepository::row)
                .optional();
    }

    /** Open ones of the unit that share a day with the leave, and in which one of the two is away or stands in. */
    public List<Substitution> sharing(Planned planned) {
        return jdbc.sql("""
                        select * from substitution
                        where unit = :unit and (absent_user in (:people) or substitute_user in (:people))
                            and status in ('PLANNED', 'ACTIVE') and first_day <= :lastDay and last_day >= :firstDay
                        order by first_day, substitution_no
                        """)
                .param("unit", planned.unit())
                .param("people", List.of(planned.absent(), planned.substitute()))
                .param("firstDay", planned.leave().firstDay())
                .param("lastDay", planned.leave().lastDay())
                .query(SubstitutionRepository::row)
                .list();
    }

    /** The latest of these people for exactly these days, whatever became of it. */
    public Optional<Substitution> same(
            String unit, String absent, String substitute, LocalDate firstDay, LocalDate lastDay) {
        return jdbc.sql("""
                        select * from substitution
                        where unit = ? and absent_user = ? and substitute_user = ? and first_day = ? and last_day = ?
                        order by recorded_at desc, substitution_no desc limit 1
                        """)
                .params(unit, absent, substitute, firstDay, lastDay)
                .query(SubstitutionRepository::row)
                .optional();
    }

    /** Login of who acts for the person in the unit now. */
    public Optional<String> acting(String absent, String unit) {
        return jdbc.sql(
                        "select substitute_user from substitution where absent_user = ? and unit = ? and status = 'ACTIVE'")
                .params(absent, unit)
                .query(String.class)
                .optional();
    }

    public void started(String number, Instant at) {
        jdbc.sql("update substitution set status = 'ACTIVE', started_at = ? where substitution_no = ?")
                .params(utc(at), number)
                .update();
    }

    /** @param by login of who ended it early; null: it ran out */
    public void ended(String number, SubstitutionStatus status, Instant at, @Nullable String by) {
        jdbc.sql("update substitution set status = ?, ended_at = ?, ended_by = ? where substitution_no = ?")
                .params(status.name(), utc(at), by, number)
                .update();
    }

    public void lent(String number, String group) {
        jdbc.sql("insert into lent_group (substitution_no, group_id) values (?, ?)")
                .params(number, group)
                .update();
    }

    public List<String> lentGroups(String number) {
        return jdbc.sql("select group_id from lent_group where substitution_no = ? order by group_id")
                .param(number)
                .query(String.class)
                .list();
    }

    /** Groups lent to the person at present. */
    public List<String> lentTo(String substitute) {
        return jdbc.sql("""
                        select distinct l.group_id from lent_group l
                            join substitution s on s.substitution_no = l.substitution_no
                        where s.substitute_user = ? and s.status = 'ACTIVE'
                        """).param(substitute).query(String.class).list();
    }

    /** The group is lent to the person no more, and so not taken back either. */
    public void keep(String substitute, String group) {
        jdbc.sql("""
                        delete from lent_group where group_id = ? and substitution_no in
                            (select substitution_no from substitution where substitute_user = ? and status = 'ACTIVE')
                        """).params(group, substitute).update();
    }

    /** Whether some other substitution lends the person the group at present. */
    public boolean lentOtherwise(String number, String substitute, String group) {
        return jdbc.sql("""
                        select count(*) from lent_group l join substitution s on s.substitution_no = l.substitution_no
                        where l.substitution_no <> ? and s.substitute_user = ? and l.group_id = ? and s.status = 'ACTIVE'
                        """).params(number, substitute, group).query(Long.class).single() > 0;
    }

    /**
     * Open ones first, then the newest.
     *
     * @param units null: all
     */
    public List<Substitution> list(@Nullable Collection<String> units, long offset, int limit) {
        return within(
                        "select * from substitution",
                        units,
                        " order by case when status in ('PLANNED', 'ACTIVE') then 0 else 1 end,"
                                + " first_day desc, substitution_no desc limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(SubstitutionRepository::row)
                .list();
    }

    public long count(@Nullable Collection<String> units) {
        return within("select count(*) from substitution", units, "")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec within(String select, @Nullable Collection<String> units, String order) {
        return jdbc.sql(select + " where " + Units.clause("unit", units) + order)
                .param("units", units);
    }

    private static Substitution row(ResultSet rs, int n) throws SQLException {
        return new Substitution(
                rs.getString("substitution_no"),
                rs.getString("unit"),
                rs.getString("absent_user"),
                rs.getString("substitute_user"),
                rs.getObject("first_day", LocalDate.class),
                rs.getObject("last_day", LocalDate.class),
                rs.getString("reason"),
                SubstitutionStatus.valueOf(rs.getString("status")),
                new Substitution.Recorded(rs.getString("recorded_by"), instant(rs, "recorded_at")),
                instant(rs, "started_at"),
                instant(rs, "ended_at"),
                rs.getString("ended_by"));
    }
}
