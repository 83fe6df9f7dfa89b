package cn.aftercare.revisit.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;

import cn.aftercare.project.EntryKind;
import cn.aftercare.project.ProjectEntry;
import cn.aftercare.project.app.OpenMatters;
import cn.aftercare.project.app.ProjectEntrySource;
import cn.aftercare.revisit.VisitChannel;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The visits that were paid to a project, or cancelled. */
@Repository
class VisitEntries implements ProjectEntrySource, OpenMatters {

    private final JdbcClient jdbc;

    VisitEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ProjectEntry> entries(String projectCode) {
        return jdbc.sql(
                        "select visit_no, unit, coalesce(visited_at, closed_at) as at, visited_at, channel, responsible,"
                                + " situation, cancel_reason from revisit"
                                + " where project_code = ? and coalesce(visited_at, closed_at) is not null")
                .param(projectCode)
                .query((rs, n) -> {
                    boolean visited = rs.getObject("visited_at") != null;
                    String visitNo = rs.getString("visit_no");
                    return new ProjectEntry(
                            instant(rs, "at"),
                            EntryKind.VISIT,
                            rs.getString("unit"),
                            (visited ? "回访 " : "取消回访 ") + visitNo,
                            visited
                                    ? VisitChannel.valueOf(rs.getString("channel"))
                                                    .label() + " · " + rs.getString("responsible") + ":"
                                            + rs.getString("situation")
                                    : rs.getString("cancel_reason"),
                            "/revisits/" + visitNo);
                })
                .list();
    }

    /** The visits to a project that have begun and not ended; those that wait are no obstacle. */
    @Override
    public List<String> open(String projectCode) {
        return jdbc.sql(
                        "select visit_no from revisit where project_code = ? and closed_at is null and stage <> 'PLANNED'")
                .param(projectCode)
                .query(String.class)
                .list();
    }
}
