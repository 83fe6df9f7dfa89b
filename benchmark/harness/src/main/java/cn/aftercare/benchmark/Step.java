package cn.aftercare.benchmark;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * A task of an ordinary repair, by whose login it is done and with what is typed in.
 *
 * @param role without unit
 * @param fields of its form; lists are ticked options
 */
record Step(String role, String task, Map<String, Object> fields) {

    private static final Map<String, Object> CONCLUSION =
            Map.of("inOurScope", "YES", "causedByUs", "YES", "repairSize", "MINOR", "causeCategory", "DECORATION");

    /** From the task order to the visit after the repair, in an order the flow allows. */
    static List<Step> ordinaryRepair() {
        String now = now().toString();
        String later = now().plusHours(1).toString();
        return List.of(
                new Step(
                        "after-sales",
                        "下达维修任务单",
                        Map.of("decision", "TAKEN", "itemCategory", "DECORATION", "taskNote", "请尽快安排")),
                new Step("materials", "安排材料", Map.of("materialsPlan", "石膏板4张")),
                new Step("pmd", "安排人员", Map.of("siteTechnician", "nanjing-site-technician", "crew", List.of("陈国强"))),
                new Step("after-sales", "联系业主", Map.of("respondedAt", now, "contactNote", "今天上门")),
                new Step(
                        "engineer",
                        "现场勘查",
                        with(CONCLUSION, Map.of("surveyedAt", now, "repairMethod", "更换石膏板", "evidence", "接缝开裂"))),
                new Step("warranty-manager", "确认勘查结论", CONCLUSION),
                new Step(
                        "after-sales", "反馈维修计划", Map.of("plannedStartAt", later, "planText", "今天下午", "informed", "周敏")),
                new Step("site-technician", "约定维修时间", Map.of("agreedAt", now, "appointmentAt", later)),
                new Step("site-technician", "核对开工条件", Map.of("conditions", List.of("MATERIAL", "OWNER", "REGISTERED"))),
                new Step("site-technician", "开工登记", Map.of("startedAt", now, "blocker", "NONE")),
                new Step(
                        "technician",
                        "维修施工",
                        Map.of(
                                "newFinding",
                                "NONE",
                                "workDone",
                                "更换石膏板",
                                "responsible",
                                "陈国强",
                                "finishedAt",
                                now,
                                "care",
                                List.of("SUPERVISED", "PROTECTED", "CLEANED"))),
                new Step("site-technician", "自检", Map.of("selfCheck", "PASSED")),
                new Step(
                        "warranty-manager",
                        "业主验收",
                        Map.of("decision", "ACCEPTED", "ownerRepresentative", "周敏", "decidedAt", now)),
                new Step("pmd", "签字件归档", Map.of("recordPlace", "档案室")),
                new Step("after-sales", "维保后回访", Map.of("visitedAt", now, "satisfaction", "SATISFIED")));
    }

    /** This minute in China, as the forms mean it. */
    static LocalDateTime now() {
        return LocalDateTime.now(ZoneId.of("Asia/Shanghai")).truncatedTo(ChronoUnit.MINUTES);
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> others) {
        Map<String, Object> all = new java.util.HashMap<>(some);
        all.putAll(others);
        return all;
    }
}
