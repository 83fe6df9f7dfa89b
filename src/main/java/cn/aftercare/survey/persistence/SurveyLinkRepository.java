package cn.aftercare.survey.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.survey.LinkState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code survey_link}: fingerprints of links, never a link. Whoever writes holds the survey's row. */
@Repository
public class SurveyLinkRepository {

    private final JdbcClient jdbc;

    public SurveyLinkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(String sha256, LinkState link) {
        jdbc.sql("insert into survey_link (token_sha256, survey_no, expires_at, created_by, created_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(sha256, link.surveyNo(), utc(link.expiresAt()), link.createdBy(), utc(link.createdAt()))
                .update();
    }

    public Optional<LinkState> find(String sha256) {
        return jdbc.sql("select * from survey_link where token_sha256 = ?")
                .param(sha256)
                .query(SurveyLinkRepository::link)
                .optional();
    }

    /** The link made last. */
    public Optional<LinkState> latest(String surveyNo) {
        return jdbc.sql("select * from survey_link where survey_no = ? order by revoked_at nulls first,"
                        + " created_at desc fetch first 1 rows only")
                .param(surveyNo)
                .query(SurveyLinkRepository::link)
                .optional();
    }

    public void used(String sha256, Instant at) {
        jdbc.sql("update survey_link set used_at = ? where token_sha256 = ?")
                .params(utc(at), sha256)
                .update();
    }

    /** Takes back every link of the survey that has not been used. */
    public void revoke(String surveyNo, Instant at) {
        jdbc.sql("update survey_link set revoked_at = ? where survey_no = ? and used_at is null and revoked_at is null")
                .params(utc(at), surveyNo)
                .update();
    }

    private static LinkState link(ResultSet rs, int n) throws SQLException {
        return new LinkState(
                rs.getString("survey_no"),
                instant(rs, "expires_at"),
                rs.getString("created_by"),
                instant(rs, "created_at"),
                instant(rs, "used_at"),
                instant(rs, "revoked_at"));
    }
}
