package cn.aftercare.satisfaction.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.platform.persistence.Units;
import cn.aftercare.satisfaction.Questionnaire;
import cn.aftercare.satisfaction.ResponseRate;
import cn.aftercare.satisfaction.YearSurvey;
import cn.aftercare.survey.SurveyStatus;
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

/** Tables {@code year_survey} and {@code year_questionnaire}. */
@Repository
public class YearSurveyRepository {

    private static final String QUESTIONNAIRES = """
            select q.*, s.unit, s.status, s.total, p.name as project_name
            from year_questionnaire q join survey s on s.survey_no = q.survey_no join project p on p.code = q.project_code
            where q.year_no = :year
            """;

    private static final String ON_PAPER = " from year_questionnaire q join survey s on s.survey_no = q.survey_no"
            + " where q.year_no = :year and s.status = 'OPEN' and q.rounds > 0"
            + " and (q.sent_at is null or q.failure is not null) and s.unit in (:units)";

    private final JdbcClient jdbc;

    YearSurveyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false, and nothing is kept, when the year has its survey already */
    public boolean insert(YearSurvey s) {
        return jdbc.sql("insert into year_survey (year_no, opened_at, opened_by, closes_at) values (?, ?, ?, ?)"
                                + " on conflict do nothing")
                        .params(s.year(), utc(s.openedAt()), s.openedBy(), utc(s.closesAt()))
                        .update()
                > 0;
    }

    public Optional<YearSurvey> find(int year) {
        return jdbc.sql("select * from year_survey where year_no = ?")
                .param(year)
                .query(YearSurveyRepository::survey)
                .optional();
    }

    /** The newest first. */
    public List<YearSurvey> all() {
        return jdbc.sql("select * from year_survey order by year_no desc")
                .query(YearSurveyRepository::survey)
                .list();
    }

    public void closed(int year, Instant at) {
        jdbc.sql("update year_survey set closed_at = ? where year_no = ?")
                .params(utc(at), year)
                .update();
    }

    public void concluded(int year, String conclusion) {
        jdbc.sql("update year_survey set conclusion = ? where year_no = ?")
                .params(conclusion, year)
                .update();
    }

    /** A project that has no questionnaire of the year yet. */
    public record Unasked(String projectCode, String unit) {}

    /** Live projects, accepted by the day, that have no questionnaire of the year. */
    public List<Unasked> unasked(int year, LocalDate day, int limit) {
        return jdbc.sql("select code, unit from project p where closed_on is null and accepted_on <= ? and not exists"
                        + " (select 1 from year_questionnaire q where q.year_no = ? and q.project_code = p.code)"
                        + " order by code limit ?")
                .params(day, year, limit)
                .query((rs, n) -> new Unasked(rs.getString("code"), rs.getString("unit")))
                .list();
    }

    public void ask(int year, String projectCode, String surveyNo) {
        jdbc.sql("insert into year_questionnaire (survey_no, year_no, project_code, rounds) values (?, ?, ?, 0)")
                .params(surveyNo, year, projectCode)
                .update();
    }

    /** Those not answered whose turn it is in this round. */
    public List<Questionnaire> due(int year, int round, int limit) {
        return jdbc.sql(QUESTIONNAIRES
                        + " and s.status = 'OPEN' and q.rounds < :round order by q.survey_no limit :limit")
                .param("year", year)
                .param("round", round)
                .param("limit", limit)
                .query(YearSurveyRepository::questionnaire)
                .list();
    }

    public List<Questionnaire> open(int year, int limit) {
        return due(year, Integer.MAX_VALUE, limit);
    }

    /** The turn of this owner is over, with a mail or without. */
    public void turn(String surveyNo, int round, @Nullable String mail, Instant at, @Nullable String failure) {
        boolean sent = mail != null && failure == null;
        jdbc.sql("update year_questionnaire set rounds = ?, mail = ?, failure = ?,"
                        + " sent_at = case when ? then coalesce(sent_at, ?) else sent_at end,"
                        + " chased_at = case when ? then ? else chased_at end where survey_no = ?")
                .params(round, mail, failure, sent, utc(at), sent && round > 1, utc(at), surveyNo)
                .update();
    }

    /**
     * By unit and project.
     *
     * @param units null: all
     */
    public List<Questionnaire> list(
            int year, @Nullable Collection<String> units, @Nullable SurveyStatus status, long offset, int limit) {
        return jdbc.sql(QUESTIONNAIRES + filter(units, status)
                        + " order by s.unit, q.project_code limit :limit offset :offset")
                .param("year", year)
                .param("units", units)
                .param("status", status == null ? null : status.name())
                .param("limit", limit)
                .param("offset", offset)
                .query(YearSurveyRepository::questionnaire)
                .list();
    }

    public long count(int year, @Nullable Collection<String> units, @Nullable SurveyStatus status) {
        return jdbc.sql("select count(*) from year_questionnaire q join survey s on s.survey_no = q.survey_no"
                        + " where q.year_no = :year" + filter(units, status))
                .param("year", year)
                .param("units", units)
                .param("status", status == null ? null : status.name())
                .query(Long.class)
                .single();
    }

    /** Numbers of the open ones whose turn has come and whom no mail has reached, by unit and project. */
    public List<String> onPaper(int year, Collection<String> units, long offset, int limit) {
        return units.isEmpty()
                ? List.of()
                : jdbc.sql("select q.survey_no" + ON_PAPER
                                + " order by s.unit, q.project_code limit :limit offset :offset")
                        .param("year", year)
                        .param("units", units)
                        .param("limit", limit)
                        .param("offset", offset)
                        .query(String.class)
                        .list();
    }

    public long countOnPaper(int year, Collection<String> units) {
        return units.isEmpty()
                ? 0
                : jdbc.sql("select count(*)" + ON_PAPER)
                        .param("year", year)
                        .param("units", units)
                        .query(Long.class)
                        .single();
    }

    /** By unit. */
    public List<ResponseRate> rates(int year, @Nullable Collection<String> units) {
        return jdbc.sql("""
                        select s.unit, count(*) as asked, count(q.sent_at) as mailed,
                            sum(case when s.status = 'ANSWERED' then 1 else 0 end) as answered,
                            sum(case when s.status = 'DECLINED' then 1 else 0 end) as declined
                        from year_questionnaire q join survey s on s.survey_no = q.survey_no where q.year_no = :year
                        """ + filter(units, null) + " group by s.unit order by s.unit")
                .param("year", year)
                .param("units", units)
                .query((rs, n) -> new ResponseRate(
                        rs.getString("unit"),
                        rs.getLong("asked"),
                        rs.getLong("mailed"),
                        rs.getLong("answered"),
                        rs.getLong("declined")))
                .list();
    }

    private static String filter(@Nullable Collection<String> units, @Nullable SurveyStatus status) {
        return " and " + Units.clause("s.unit", units) + (status == null ? "" : " and s.status = :status");
    }

    private static YearSurvey survey(ResultSet rs, int n) throws SQLException {
        return new YearSurvey(
                rs.getInt("year_no"),
                instant(rs, "opened_at"),
                rs.getString("opened_by"),
                instant(rs, "closes_at"),
                instant(rs, "closed_at"),
                rs.getString("conclusion"));
    }

    private static Questionnaire questionnaire(ResultSet rs, int n) throws SQLException {
        return new Questionnaire(
                rs.getString("survey_no"),
                rs.getString("project_code"),
                rs.getString("project_name"),
                rs.getString("unit"),
                SurveyStatus.valueOf(rs.getString("status")),
                rs.getBigDecimal("total"),
                rs.getString("mail"),
                instant(rs, "sent_at"),
                rs.getString("failure"),
                instant(rs, "chased_at"),
                rs.getInt("rounds"));
    }
}
