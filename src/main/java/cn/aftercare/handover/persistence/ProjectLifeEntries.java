package cn.aftercare.handover.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;

import cn.aftercare.handover.TeamRole;
import cn.aftercare.project.EntryKind;
import cn.aftercare.project.ProjectEntry;
import cn.aftercare.project.app.ProjectEntrySource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When a project was handed over, changed its people and was closed. */
@Repository
class ProjectLifeEntries implements ProjectEntrySource {

    private final JdbcClient jdbc;

    ProjectLifeEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ProjectEntry> entries(String projectCode) {
        return Stream.of(handedOver(projectCode), changes(projectCode), closed(projectCode))
                .flatMap(List::stream)
                .toList();
    }

    private List<ProjectEntry> handedOver(String projectCode) {
        return jdbc.sql("select e.at, p.unit, e.title, e.detail from handover_event e"
                        + " join project p on p.code = e.project_code where e.project_code = ?")
                .param(projectCode)
                .query((rs, n) -> new ProjectEntry(
                        instant(rs, "at"),
                        EntryKind.HANDOVER,
                        rs.getString("unit"),
                        rs.getString("title"),
                        rs.getString("detail"),
                        team(projectCode)))
                .list();
    }

    private List<ProjectEntry> changes(String projectCode) {
        return jdbc.sql("select t.role, t.name, t.from_on, t.reason, t.recorded_at, p.unit from team_period t"
                        + " join project p on p.code = t.project_code"
                        + " where t.project_code = ? and t.recorded_at is not null")
                .param(projectCode)
                .query((rs, n) -> new ProjectEntry(
                        instant(rs, "recorded_at"),
                        EntryKind.TEAM,
                        rs.getString("unit"),
                        TeamRole.valueOf(rs.getString("role")).label() + ":" + rs.getString("name"),
                        "自 " + rs.getObject("from_on", LocalDate.class) + " 起。" + rs.getString("reason"),
                        team(projectCode)))
                .list();
    }

    private List<ProjectEntry> closed(String projectCode) {
        return jdbc.sql("select closed_at, closed_reason, unit from project where code = ? and closed_at is not null")
                .param(projectCode)
                .query((rs, n) -> new ProjectEntry(
                        instant(rs, "closed_at"),
                        EntryKind.CLOSING,
                        rs.getString("unit"),
                        "工程关闭",
                        rs.getString("closed_reason"),
                        team(projectCode)))
                .list();
    }

    private static String team(String projectCode) {
        return "/projects/" + projectCode + "/team";
    }
}
