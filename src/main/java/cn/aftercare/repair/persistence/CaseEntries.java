package cn.aftercare.repair.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;

import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.EntryKind;
import cn.aftercare.project.ProjectEntry;
import cn.aftercare.project.app.OpenMatters;
import cn.aftercare.project.app.ProjectEntrySource;
import cn.aftercare.repair.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When cases of a project were reported and when they ended. */
@Repository
class CaseEntries implements ProjectEntrySource, OpenMatters {

    private final JdbcClient jdbc;

    CaseEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ProjectEntry> entries(String projectCode) {
        List<ProjectEntry> entries = new ArrayList<>();
        jdbc.sql("select case_no, unit, received_at, closed_at, stage, category, location, description from repair_case"
                        + " where project_code = ?")
                .param(projectCode)
                .query(rs -> {
                    String caseNo = rs.getString("case_no");
                    String what = DefectCategory.valueOf(rs.getString("category"))
                                    .label() + " · " + rs.getString("location") + ":" + rs.getString("description");
                    entries.add(entry(instant(rs, "received_at"), rs.getString("unit"), "接报 ", caseNo, what));
                    Instant closed = instant(rs, "closed_at");
                    if (closed != null) {
                        String end = Stage.valueOf(rs.getString("stage")).label() + " ";
                        entries.add(entry(closed, rs.getString("unit"), end, caseNo, what));
                    }
                });
        return entries;
    }

    /** The cases of a project that have not ended. */
    @Override
    public List<String> open(String projectCode) {
        return jdbc.sql("select case_no from repair_case where project_code = ? and closed_at is null")
                .param(projectCode)
                .query(String.class)
                .list();
    }

    private static ProjectEntry entry(Instant at, String unit, String event, String caseNo, String what) {
        return new ProjectEntry(at, EntryKind.REPAIR, unit, event + caseNo, what, "/cases/" + caseNo);
    }
}
