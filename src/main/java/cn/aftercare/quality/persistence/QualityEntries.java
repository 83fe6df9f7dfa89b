package cn.aftercare.quality.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;

import cn.aftercare.project.EntryKind;
import cn.aftercare.project.ProjectEntry;
import cn.aftercare.project.app.ProjectEntrySource;
import cn.aftercare.quality.QualityState;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The quality information a project gave rise to. */
@Repository
class QualityEntries implements ProjectEntrySource {

    private final JdbcClient jdbc;

    QualityEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ProjectEntry> entries(String projectCode) {
        return jdbc.sql("select item_no, unit, raised_at, content, state from quality_item where project_code = ?")
                .param(projectCode)
                .query((rs, n) -> new ProjectEntry(
                        instant(rs, "raised_at"),
                        EntryKind.QUALITY,
                        rs.getString("unit"),
                        "质量信息 " + rs.getString("item_no"),
                        QualityState.valueOf(rs.getString("state")).label() + " · " + rs.getString("content"),
                        "/quality/" + rs.getString("item_no")))
                .list();
    }
}
