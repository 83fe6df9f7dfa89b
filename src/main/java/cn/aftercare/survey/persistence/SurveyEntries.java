package cn.aftercare.survey.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;

import cn.aftercare.project.EntryKind;
import cn.aftercare.project.ProjectEntry;
import cn.aftercare.project.app.OpenMatters;
import cn.aftercare.project.app.ProjectEntrySource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the owner of a project answered, or that there was no answer. */
@Repository
class SurveyEntries implements ProjectEntrySource, OpenMatters {

    private final JdbcClient jdbc;

    SurveyEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ProjectEntry> entries(String projectCode) {
        return jdbc.sql(
                        "select survey_no, unit, coalesce(answered_at, declined_at) as at, total, remarks, declined_reason"
                                + " from survey where project_code = ? and status <> 'OPEN'")
                .param(projectCode)
                .query((rs, n) -> {
                    String surveyNo = rs.getString("survey_no");
                    boolean answered = rs.getBigDecimal("total") != null;
                    return new ProjectEntry(
                            instant(rs, "at"),
                            EntryKind.SURVEY,
                            rs.getString("unit"),
                            answered ? "满意度 " + rs.getBigDecimal("total").toPlainString() + " 分" : "业主不填写满意度调查",
                            answered ? rs.getString("remarks") : rs.getString("declined_reason"),
                            "/surveys/" + surveyNo);
                })
                .list();
    }

    /** The surveys of a project the owner has not answered. */
    @Override
    public List<String> open(String projectCode) {
        return jdbc.sql("select survey_no from survey where project_code = ? and status = 'OPEN'")
                .param(projectCode)
                .query(String.class)
                .list();
    }
}
