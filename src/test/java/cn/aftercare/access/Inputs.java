package cn.aftercare.access;

import cn.aftercare.repair.Walk;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Input that is good enough for the question who may: without it many an address would speak of a missing field before
 * it came to that.
 */
record Inputs(String type, String body) {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PARTS = "multipart/form-data; boundary=next-part";

    private static final String REPORT =
            "{\"projectCode\":\"" + Walk.PROJECT + "\",\"receivedAt\":\"2026-06-01T08:55:00+08:00\","
                    + "\"channel\":\"PHONE\",\"reporter\":{\"name\":\"周敏\",\"phone\":\"13800000000\"},\"category\":\"DECORATION\","
                    + "\"location\":\"大堂\",\"description\":\"开裂\"}";
    private static final String SHEET = "工程编号,工程名称,业主名称,业主联系人,业主电话,工程地点,管理单位,管理方式,竣工验收日期,项目经理,保修项目\n"
            + "NJ-2024-900,楼,业主,周敏,138,南京,nanjing,分公司直管,2023-10-15,王明,防水\n";
    private static final String PEOPLE = "登录名,姓名,岗位,邮箱\nwang@haiyan,王海燕,南京分公司 项目管理部,\n";
    private static final String LEAVES =
            "管理单位,休假人,替岗人,休假首日,休假末日,事由\n" + "nanjing,nanjing-technician,nanjing-engineer,2026-07-03,2026-07-04,年休假\n";
    private static final String CALENDAR = "date,type\n2031-01-01,OFF\n";

    private static final Map<String, Inputs> OURS = Map.ofEntries(
            Map.entry("POST /api/repair-cases", json(REPORT)),
            Map.entry("POST /api/repair-cases/{caseNo}/pause", json("{\"reason\":\"MATERIAL\",\"note\":\"等石材\"}")),
            Map.entry("POST /api/repair-cases/{caseNo}/resume", json("{}")),
            Map.entry(
                    "POST /api/repair-cases/{caseNo}/classification", json("{\"to\":\"EMERGENCY\",\"reason\":\"漏水\"}")),
            Map.entry("POST /api/repair-cases/{caseNo}/withdrawal", json("{\"evidence\":\"非结构\"}")),
            Map.entry("POST /cases/{caseNo}/pause", form(Map.of("reason", "MATERIAL", "note", "等石材"))),
            Map.entry("POST /cases/{caseNo}/classification", form(Map.of("to", "EMERGENCY", "reason", "漏水"))),
            Map.entry("POST /cases/{caseNo}/withdrawal", form(Map.of("evidence", "非结构"))),
            Map.entry("POST /api/projects/import", parts("file", "表.csv", SHEET)),
            Map.entry("POST /projects/import", parts("file", "表.csv", SHEET)),
            Map.entry("POST /api/calendar/{year}", new Inputs("text/csv;charset=UTF-8", CALENDAR)),
            Map.entry("POST /people/import", parts("file", "人员.csv", PEOPLE)),
            Map.entry("POST /api/people/import", parts("file", "人员.csv", PEOPLE)),
            Map.entry("POST /substitutions/import", parts("file", "休假.csv", LEAVES)),
            Map.entry("POST /api/substitutions/import", parts("file", "休假.csv", LEAVES)),
            Map.entry("POST /calendar", parts("file", "历.csv", CALENDAR)),
            Map.entry(
                    "POST /projects/{code}/team",
                    form(Map.of("role", "MANAGER", "userId", "nanjing-pmd", "fromOn", "2026-06-01", "reason", "调岗"))),
            Map.entry("POST /projects/{code}/close", form(Map.of("closeReason", "服务期满"))),
            Map.entry(
                    "POST /substitutions",
                    form(Map.of(
                            "unit",
                            "nanjing",
                            "absent",
                            "nanjing-technician",
                            "substitute",
                            "nanjing-engineer",
                            "firstDay",
                            "2026-07-03",
                            "lastDay",
                            "2026-07-04",
                            "reason",
                            "年休假"))),
            Map.entry("POST /revisit-plans/{planNo}/lines/{lineId}", form(Map.of("deed", "cancel", "reason", "业主要求"))),
            Map.entry(
                    "POST /revisit-plans/{planNo}/lines",
                    form(Map.of(
                            "projectCode",
                            Walk.PROJECT,
                            "plannedOn",
                            "2026-10-20",
                            "channel",
                            "PHONE",
                            "people",
                            "甲",
                            "focus",
                            "",
                            "reason",
                            "业主要求"))),
            Map.entry("POST /surveys/{surveyNo}/decline", form(Map.of("reason", "业主无暇"))),
            Map.entry(
                    "POST /training/trainers",
                    form(Map.of(
                            "person",
                            "hq-trainer",
                            "subject",
                            "GENERAL",
                            "certificateNo",
                            "证1",
                            "validUntil",
                            "2030-01-01"))),
            Map.entry("POST /inspections/{reportNo:ZGBS-.+}/lines/{seq}", form(Map.of("remark", "已核验"))),
            Map.entry("POST /start/{process}", form(Map.of("projectCode", Walk.PROJECT))));

    /** By the end of the address, the same behind each door; what would do the most harm. */
    private static final Map<String, String> ENGINE = Map.ofEntries(
            Map.entry(
                    "POST /user/create",
                    "{\"profile\":{\"id\":\"evil\",\"firstName\":\"x\",\"lastName\":\"\",\"email\":\"x\"},"
                            + "\"credentials\":{\"password\":\"long-enough-for-all\"}}"),
            Map.entry(
                    "PUT /user/{id}/profile",
                    "{\"id\":\"nanjing-marketing\",\"firstName\":\"x\",\"lastName\":\"\",\"email\":\"x\"}"),
            Map.entry(
                    "PUT /user/{id}/credentials",
                    "{\"password\":\"long-enough-for-all\",\"authenticatedUserPassword\":\"demo\"}"),
            Map.entry("POST /group/create", "{\"id\":\"evil\",\"name\":\"x\",\"type\":\"x\"}"),
            Map.entry("PUT /group/{id}", "{\"id\":\"nanjing-marketing\",\"name\":\"x\",\"type\":\"x\"}"),
            Map.entry("POST /tenant/create", "{\"id\":\"evil\",\"name\":\"x\"}"),
            Map.entry("PUT /tenant/{id}", "{\"id\":\"nanjing\",\"name\":\"x\"}"),
            Map.entry(
                    "POST /authorization/create",
                    "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"analyst\",\"resourceType\":1,\"resourceId\":\"*\"}"),
            Map.entry(
                    "POST /filter/create",
                    "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"assigneeExpression\":\"${1+1}\"},\"properties\":{}}"),
            Map.entry("POST /task/create", "{\"name\":\"x\"}"),
            Map.entry("POST /task/{id}/assignee", "{\"userId\":\"nanjing-marketing\"}"),
            Map.entry("POST /task/{id}/delegate", "{\"userId\":\"nanjing-marketing\"}"),
            Map.entry("POST /task/{id}/claim", "{\"userId\":\"nanjing-marketing\"}"),
            Map.entry("POST /message", "{\"messageName\":\"CommitmentMet\",\"all\":true}"),
            Map.entry("POST /signal", "{\"name\":\"x\"}"),
            Map.entry(
                    "POST /process-instance/{id}/modification",
                    "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"Task_CloseCase\"}]}"),
            Map.entry("PUT /process-instance/{id}/suspended", "{\"suspended\":true}"),
            Map.entry("PUT /variables/{varId}", "{\"value\":\"x\",\"type\":\"String\"}"),
            Map.entry("PUT /localVariables/{varId}", "{\"value\":\"x\",\"type\":\"String\"}"),
            Map.entry("POST /variables", "{\"modifications\":{\"unit\":{\"value\":\"suzhou\"}}}"),
            Map.entry("POST /localVariables", "{\"modifications\":{\"unit\":{\"value\":\"suzhou\"}}}"),
            Map.entry("PUT /job/{id}/retries", "{\"retries\":1}"),
            Map.entry("PUT /job-definition/{id}/retries", "{\"retries\":1}"),
            Map.entry("PUT /job/{id}/suspended", "{\"suspended\":true}"),
            Map.entry("PUT /job-definition/{id}/suspended", "{\"suspended\":true,\"includeJobs\":true}"),
            Map.entry(
                    "PUT /process-definition/{id}/suspended", "{\"suspended\":true,\"includeProcessInstances\":true}"),
            Map.entry(
                    "PUT /process-definition/key/{key}/suspended",
                    "{\"suspended\":true,\"includeProcessInstances\":true}"),
            Map.entry(
                    "POST /external-task/fetchAndLock",
                    "{\"workerId\":\"x\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"t\",\"lockDuration\":1000}]}"),
            Map.entry("POST /telemetry/configuration", "{\"enableTelemetry\":false}"));

    private static final Map<String, String> QUERIES = Map.of(
            "GET /api/calendar/working-days", "?from=2026-01-01&to=2026-01-31",
            "GET /api/search", "?q=" + Walk.PROJECT,
            "POST /calendar", "?year=2031",
            "POST /people/import", "?dryRun=false",
            "POST /substitutions/import", "?dryRun=false");

    private static final List<String> UPLOADS = List.of("/attachments", "/paper");

    static String query(String endpoint) {
        return QUERIES.getOrDefault(endpoint, "");
    }

    static Inputs of(String endpoint) {
        Inputs ours = OURS.get(endpoint);
        if (ours != null) {
            return ours;
        }
        if (endpoint.startsWith("POST /camunda/api/admin/auth")) {
            return form(Map.of("username", "nobody", "password", "x"));
        }
        if (endpoint.contains("-rest/") || endpoint.contains("/camunda/")) {
            String verb = endpoint.substring(0, endpoint.indexOf(' '));
            return json(ENGINE.entrySet().stream()
                    .filter(e -> e.getKey().startsWith(verb)
                            && endpoint.endsWith(e.getKey().substring(verb.length() + 1)))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("{}"));
        }
        return UPLOADS.stream().anyMatch(endpoint::endsWith)
                ? parts("file", "图.jpg", "\u00FF\u00D8\u00FF\u00E0x")
                : form(Map.of("a", "b"));
    }

    void fill(HttpRequest.Builder request, String verb) {
        if (verb.equals("GET") || verb.equals("HEAD") || verb.equals("DELETE")) {
            request.method(verb, BodyPublishers.noBody());
            return;
        }
        request.header("Content-Type", type).header("Idempotency-Key", "access");
        request.method(
                verb,
                type.equals(PARTS) && body.contains("\u00FF")
                        ? BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.ISO_8859_1))
                        : BodyPublishers.ofString(body));
    }

    private static Inputs json(String body) {
        return new Inputs(JSON, body);
    }

    private static Inputs form(Map<String, String> fields) {
        return new Inputs(
                FORM,
                fields.entrySet().stream()
                        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private static Inputs parts(String name, String fileName, String content) {
        String ascii = content.contains("\u00FF") ? "a.jpg" : fileName;
        return new Inputs(
                PARTS,
                "--next-part\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nPHOTO\r\n"
                        + "--next-part\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + ascii
                        + "\"\r\n\r\n" + content + "\r\n--next-part--\r\n");
    }
}
