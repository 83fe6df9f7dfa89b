package cn.aftercare.revisit;

import java.util.List;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests share one database, and a plan is made of all live projects: this leaves a test with its own. */
@TestComponent
public class OwnRevisits {

    /** Whatever refers to a visit or plan before the visits and plans themselves. */
    private static final List<String> TABLES = List.of(
            "year_questionnaire",
            "survey_score",
            "survey_link",
            "survey",
            "revisit_issue",
            "revisit_defect",
            "revisit_check",
            "revisit_plan_line",
            "revisit",
            "revisit_plan");

    private final JdbcClient jdbc;

    OwnRevisits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** No plan, no visit, no survey, and no project that anybody still visits. */
    public void clear() {
        TABLES.forEach(table -> jdbc.sql("delete from " + table).update());
        jdbc.sql("update project set closed_on = accepted_on where closed_on is null")
                .update();
    }
}
