package cn.aftercare.survey.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;

import cn.aftercare.project.EntryKind;
import cn.aftercare.project.ProjectEntry;
import cn.aftercare.project.app.OpenMatters;
import cn.aftercare.project.app.ProjectEntrySource;
import cn.aftercare.survey.SurveyStatus;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the owner of a project answered, or that there was no answer. */
@Repository
class SurveyEntries implements ProjectEntrySource, OpenMatters {

    /** Nobody's deed ends a survey without a reply: it stands at the end of the period in which the owner could answer. */
    private static final String ENTRIES = """
            select s.survey_no, s.unit, s.status, coalesce(s.answered_at, s.declined_at, y.closes_at) as at, s.total,
                s.remarks, s.declined_reason
            from survey s
            left join year_questionnaire q on q.survey_no = s.survey_no
            left join year_survey y on y.year_no = q.year_no
            where s.project_code = ? and s.status <> 'OPEN'
            """;

    private final JdbcClient jdbc;

    SurveyEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<ProjectEntry> entries(String projectCode) {
        return jdbc.sql(ENTRIES)
                .param(projectCode)
                .query((rs, n) -> {
                    String surveyNo = rs.getString("survey_no");
                    SurveyStatus status = SurveyStatus.valueOf(rs.getString("status"));
                    return new ProjectEntry(
                            instant(rs, "at"),
                            EntryKind.SURVEY,
                            rs.getString("unit"),
                            switch (status) {
                                case ANSWERED ->
                                    "满意度 " + rs.getBigDecimal("total").toPlainString() + " 分";
                                case DECLINED -> "业主不填写满意度调查";
                                case UNANSWERED -> "业主未回复满意度调查";
                                case OPEN -> throw new IllegalStateException(surveyNo + " is open");
                            },
                            status == SurveyStatus.ANSWERED ? rs.getString("remarks") : rs.getString("declined_reason"),
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
