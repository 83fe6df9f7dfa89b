package cn.aftercare.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.testing.DecisionTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every row of the two tables. */
class InspectionDecisionsTest {

    @Test
    void deadlines_reminders_and_counts() {
        DecisionTable policy = new DecisionTable("inspection/inspection-policy");
        assertThat(row(policy, "CHECK", null)).isEqualTo("30 75 50");
        assertThat(row(policy, "RECTIFY", "ORDINARY")).isEqualTo("15 75 30");
        assertThat(row(policy, "RECTIFY", "CONSIDERABLE")).isEqualTo("7 75 30");
        assertThat(row(policy, "RECTIFY", "MAJOR")).isEqualTo("3 50 30");
        assertThat(row(policy, "VERIFY", null)).isEqualTo("5 75 null");
        assertThat(row(policy, "REPORT", null)).isEqualTo("null 50 null");
        assertThat(row(policy, "RESUBMIT", null)).isEqualTo("3 50 null");
        assertThat(row(policy, "RECEIVE", null)).isEqualTo("3 75 null");
        assertThat(policy.unmatched()).isEmpty();
    }

    @Test
    void group_name_projects_are_asked_for_their_reports_too() {
        DecisionTable checklist = new DecisionTable("inspection/inspection-checklist");
        List<String> everywhere = List.of("维保人员", "维修机具", "保修资料", "在修现场", "整改质量", "业主意见");
        assertThat(parts(checklist, "BRANCH_DIRECT")).isEqualTo(everywhere);
        assertThat(parts(checklist, "HQ_AUTHORISED")).containsAll(everywhere).endsWith("集团名义管理");
        assertThat(checklist.unmatched()).isEmpty();
    }

    private static List<Object> parts(DecisionTable checklist, String mode) {
        return checklist.rows(Map.of("managementMode", mode)).stream()
                .map(r -> r.get("part"))
                .toList();
    }

    private static String row(DecisionTable policy, String matter, String grade) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("matter", matter);
        inputs.put("grade", grade);
        Map<String, Object> row = policy.rows(inputs).get(0);
        return row.get("days") + " " + row.get("remindPercent") + " " + row.get("most");
    }
}
