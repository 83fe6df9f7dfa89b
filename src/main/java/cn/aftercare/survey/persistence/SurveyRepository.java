package cn.aftercare.survey.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.platform.persistence.Units;
import cn.aftercare.survey.Survey;
import cn.aftercare.survey.Survey.Answered;
import cn.aftercare.survey.Survey.Declined;
import cn.aftercare.survey.SurveyAnswers;
import cn.aftercare.survey.SurveyFactor;
import cn.aftercare.survey.SurveyLine;
import cn.aftercare.survey.SurveyReply;
import cn.aftercare.survey.SurveyScore;
import cn.aftercare.survey.SurveySource;
import cn.aftercare.survey.SurveyStatus;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code survey} and {@code survey_score}. */
@Repository
public class SurveyRepository {

    private final JdbcClient jdbc;

    public SurveyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long nextNumber() {
        return jdbc.sql("select nextval('survey_no_seq')").query(Long.class).single();
    }

    /** Does nothing if the dossier has its survey already. */
    public void insert(Survey s) {
        jdbc.sql("""
                        insert into survey (survey_no, project_code, unit, dossier_no, year_no, opened_at, contact_name,
                            contact_phone, status)
                        values (:no, :project, :unit, :dossier, :year, :openedAt, :name, :phone, :status)
                        on conflict do nothing
                        """)
                .param("no", s.surveyNo())
                .param("project", s.projectCode())
                .param("unit", s.unit())
                .param("dossier", s.dossierNo())
                .param("year", s.year())
                .param("openedAt", utc(s.openedAt()))
                .param("name", s.contactName())
                .param("phone", s.contactPhone())
                .param("status", s.status().name())
                .update();
    }

    public Optional<Survey> find(String surveyNo) {
        return one("select * from survey where survey_no = ?", surveyNo);
    }

    public Optional<Survey> ofDossier(String dossierNo) {
        return one("select * from survey where dossier_no = ?", dossierNo);
    }

    /** Holds the survey's row until the transaction ends, so that only one answer gets in. */
    public Optional<Survey> lock(String surveyNo) {
        return one("select * from survey where survey_no = ? for update", surveyNo);
    }

    public void answered(String surveyNo, Answered answered) {
        SurveyReply reply = answered.reply();
        jdbc.sql("""
                        update survey set status = 'ANSWERED', source = :source, total = :total, remarks = :remarks,
                            filled_by = :filledBy, filled_phone = :phone, filled_on = :filledOn, signed = :signed,
                            answered_at = :at, entered_by = :enteredBy
                        where survey_no = :no
                        """)
                .param("source", answered.source().name())
                .param("total", reply.answers().total())
                .param("remarks", reply.remarks())
                .param("filledBy", reply.filledBy())
                .param("phone", reply.phone())
                .param("filledOn", reply.filledOn())
                .param("signed", reply.signed())
                .param("at", utc(answered.at()))
                .param("enteredBy", answered.enteredBy())
                .param("no", surveyNo)
                .update();
        reply.answers()
                .scores()
                .forEach((factor, score) -> jdbc.sql(
                                "insert into survey_score (survey_no, factor, points) values (?, ?, ?)")
                        .params(surveyNo, factor.name(), score.points())
                        .update());
    }

    public void declined(String surveyNo, Declined declined) {
        jdbc.sql("""
                        update survey set status = 'DECLINED', declined_reason = :reason, declined_at = :at,
                            declined_by = :by
                        where survey_no = :no
                        """)
                .param("reason", declined.reason())
                .param("at", utc(declined.at()))
                .param("by", declined.by())
                .param("no", surveyNo)
                .update();
    }

    public void unanswered(String surveyNo) {
        jdbc.sql("update survey set status = 'UNANSWERED' where survey_no = ?")
                .param(surveyNo)
                .update();
    }

    public void recorded(String surveyNo, String recordNo) {
        jdbc.sql("update survey set record_no = ? where survey_no = ?")
                .params(recordNo, surveyNo)
                .update();
    }

    /**
     * What a list is narrowed to; null means any.
     *
     * @param from first day of the owners' answers
     * @param to last day, inclusive
     */
    public record Filter(
            @Nullable Collection<String> units,
            @Nullable Integer year,
            @Nullable SurveyStatus status,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public static Filter answered(
                @Nullable Collection<String> units,
                @Nullable Integer year,
                @Nullable LocalDate from,
                @Nullable LocalDate to) {
            return new Filter(units, year, SurveyStatus.ANSWERED, from, to);
        }

        private String where() {
            return " where " + Units.clause("s.unit", units)
                    + (year == null ? "" : " and s.year_no = :year")
                    + (status == null ? "" : " and s.status = :status")
                    + (from == null ? "" : " and s.filled_on >= :from")
                    + (to == null ? "" : " and s.filled_on <= :to");
        }

        private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
            JdbcClient.StatementSpec spec = statement.param("units", units);
            if (year != null) {
                spec = spec.param("year", year);
            }
            if (status != null) {
                spec = spec.param("status", status.name());
            }
            if (from != null) {
                spec = spec.param("from", from);
            }
            return to == null ? spec : spec.param("to", to);
        }
    }

    /** Newest first. */
    public List<SurveyLine> page(Filter filter, long offset, int limit) {
        return filter.bind(jdbc.sql("select s.*, p.name as project_name from survey s join project p"
                        + " on p.code = s.project_code" + filter.where()
                        + " order by s.opened_at desc, s.survey_no desc"
                        + " offset :offset rows fetch next :limit rows only"))
                .param("offset", offset)
                .param("limit", limit)
                .query(SurveyRepository::line)
                .list();
    }

    public long count(Filter filter) {
        return filter.bind(jdbc.sql("select count(*) from survey s" + filter.where()))
                .query(Long.class)
                .single();
    }

    /** The surveys the filter lets through, by unit, project and number. */
    public List<Survey> all(Filter filter) {
        Map<String, Map<SurveyFactor, SurveyScore>> scores = new HashMap<>();
        filter.bind(jdbc.sql(
                        "select c.* from survey_score c join survey s on s.survey_no = c.survey_no" + filter.where()))
                .query(rs -> {
                    scores.computeIfAbsent(rs.getString("survey_no"), no -> new EnumMap<>(SurveyFactor.class))
                            .put(factor(rs), score(rs));
                });
        return filter.bind(jdbc.sql(
                        "select s.* from survey s" + filter.where() + " order by s.unit, s.project_code, s.survey_no"))
                .query((rs, n) -> survey(rs, scores.get(rs.getString("survey_no"))))
                .list();
    }

    public record QuarterTotal(String unit, int year, int quarter, int surveys, BigDecimal total) {}

    /** The sum of 合计 by unit and quarter of the owners' answers, in that order. */
    public List<QuarterTotal> quarters(Filter filter) {
        return filter.bind(jdbc.sql("select s.unit, extract(year from s.filled_on) as year_no,"
                        + " extract(quarter from s.filled_on) as quarter_no, count(*) as surveys, sum(s.total) as total"
                        + " from survey s" + filter.where() + " group by 1, 2, 3 order by 1, 2, 3"))
                .query((rs, n) -> new QuarterTotal(
                        rs.getString("unit"),
                        rs.getInt("year_no"),
                        rs.getInt("quarter_no"),
                        rs.getInt("surveys"),
                        rs.getBigDecimal("total")))
                .list();
    }

    public record FactorTotal(SurveyFactor factor, int surveys, long points) {}

    /** The sum of the scores of each factor. */
    public List<FactorTotal> factors(Filter filter) {
        return filter.bind(jdbc.sql("select c.factor, count(*) as surveys, sum(c.points) as points"
                        + " from survey_score c join survey s on s.survey_no = c.survey_no" + filter.where()
                        + " group by c.factor"))
                .query((rs, n) -> new FactorTotal(factor(rs), rs.getInt("surveys"), rs.getLong("points")))
                .list();
    }

    private Optional<Survey> one(String sql, String key) {
        return jdbc.sql(sql)
                .param(key)
                .query((rs, n) -> survey(rs, scores(rs.getString("survey_no"))))
                .optional();
    }

    private Map<SurveyFactor, SurveyScore> scores(String surveyNo) {
        Map<SurveyFactor, SurveyScore> scores = new EnumMap<>(SurveyFactor.class);
        jdbc.sql("select * from survey_score where survey_no = ?")
                .param(surveyNo)
                .query(rs -> {
                    scores.put(factor(rs), score(rs));
                });
        return scores;
    }

    private static SurveyFactor factor(ResultSet rs) throws SQLException {
        return SurveyFactor.valueOf(rs.getString("factor"));
    }

    private static SurveyScore score(ResultSet rs) throws SQLException {
        return SurveyScore.of(rs.getInt("points")).orElseThrow();
    }

    private static Survey survey(ResultSet rs, @Nullable Map<SurveyFactor, SurveyScore> scores) throws SQLException {
        SurveyStatus status = SurveyStatus.valueOf(rs.getString("status"));
        return new Survey(
                rs.getString("survey_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                rs.getString("dossier_no"),
                rs.getInt("year_no"),
                instant(rs, "opened_at"),
                rs.getString("contact_name"),
                rs.getString("contact_phone"),
                status,
                status == SurveyStatus.ANSWERED && scores != null ? answered(rs, scores) : null,
                status == SurveyStatus.DECLINED
                        ? new Declined(
                                rs.getString("declined_reason"),
                                instant(rs, "declined_at"),
                                rs.getString("declined_by"))
                        : null,
                rs.getString("record_no"));
    }

    private static Answered answered(ResultSet rs, Map<SurveyFactor, SurveyScore> scores) throws SQLException {
        return new Answered(
                new SurveyReply(
                        new SurveyAnswers(scores),
                        rs.getString("remarks"),
                        rs.getString("filled_by"),
                        rs.getString("filled_phone"),
                        rs.getObject("filled_on", LocalDate.class),
                        rs.getString("signed")),
                SurveySource.valueOf(rs.getString("source")),
                instant(rs, "answered_at"),
                rs.getString("entered_by"));
    }

    private static SurveyLine line(ResultSet rs, int n) throws SQLException {
        String source = rs.getString("source");
        return new SurveyLine(
                rs.getString("survey_no"),
                rs.getString("project_code"),
                rs.getString("project_name"),
                rs.getString("unit"),
                rs.getString("dossier_no"),
                rs.getInt("year_no"),
                instant(rs, "opened_at"),
                SurveyStatus.valueOf(rs.getString("status")),
                source == null ? null : SurveySource.valueOf(source),
                rs.getBigDecimal("total"),
                rs.getObject("filled_on", LocalDate.class));
    }
}
