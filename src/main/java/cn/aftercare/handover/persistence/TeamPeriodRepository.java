package cn.aftercare.handover.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.handover.TeamPeriod;
import cn.aftercare.handover.TeamRole;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is and was responsible for projects. */
@Repository
public class TeamPeriodRepository {

    private final JdbcClient jdbc;

    TeamPeriodRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(TeamPeriod p) {
        jdbc.sql("""
                        insert into team_period (project_code, role, user_id, name, from_on, until_on, reason, recorded_by,
                            recorded_at)
                        values (:project, :role, :userId, :name, :fromOn, cast(:untilOn as date), :reason, :recordedBy,
                            cast(:recordedAt as timestamp with time zone))
                        """)
                .param("project", p.projectCode())
                .param("role", p.role().name())
                .param("userId", p.userId())
                .param("name", p.name())
                .param("fromOn", p.fromOn())
                .param("untilOn", p.untilOn())
                .param("reason", p.reason())
                .param("recordedBy", p.recordedBy())
                .param("recordedAt", p.recordedAt() == null ? null : utc(p.recordedAt()))
                .update();
    }

    /** Ends the period that is open, if there is one. */
    public void end(String projectCode, TeamRole role, LocalDate day) {
        jdbc.sql("update team_period set until_on = ? where project_code = ? and role = ? and until_on is null")
                .params(day, projectCode, role.name())
                .update();
    }

    public Optional<TeamPeriod> current(String projectCode, TeamRole role) {
        return jdbc.sql("select * from team_period where project_code = ? and role = ? and until_on is null")
                .params(projectCode, role.name())
                .query(TeamPeriodRepository::period)
                .optional();
    }

    /** In the order they took over. */
    public List<TeamPeriod> all(String projectCode) {
        return jdbc.sql("select * from team_period where project_code = ? order by from_on, id")
                .param(projectCode)
                .query(TeamPeriodRepository::period)
                .list();
    }

    private static TeamPeriod period(ResultSet rs, int n) throws SQLException {
        return new TeamPeriod(
                rs.getString("project_code"),
                TeamRole.valueOf(rs.getString("role")),
                rs.getString("user_id"),
                rs.getString("name"),
                rs.getObject("from_on", LocalDate.class),
                rs.getObject("until_on", LocalDate.class),
                rs.getString("reason"),
                rs.getString("recorded_by"),
                instant(rs, "recorded_at"));
    }
}
