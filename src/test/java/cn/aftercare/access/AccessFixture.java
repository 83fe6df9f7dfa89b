package cn.aftercare.access;

import cn.aftercare.inspection.app.SpotChecks;
import cn.aftercare.quality.QualityDraft;
import cn.aftercare.quality.QualitySource;
import cn.aftercare.quality.app.QualityItems;
import cn.aftercare.repair.Walk;
import cn.aftercare.revisit.OwnRevisits;
import cn.aftercare.revisit.app.Planning;
import cn.aftercare.substitution.app.Substitutions;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.Steps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One of everything that belongs to Nanjing, and the ids by which addresses name it. */
@TestComponent
@Import({Walk.class, Steps.class, OwnRevisits.class})
class AccessFixture {

    private final Walk walk;
    private final Steps steps;
    private final OwnRevisits visits;
    private final Planning planning;
    private final SpotChecks checks;
    private final QualityItems quality;
    private final Substitutions leaves;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final ManagementService management;
    private final FilterService filters;
    private final AuthorizationService authorizations;

    AccessFixture(
            Walk walk,
            Steps steps,
            OwnRevisits visits,
            Planning planning,
            SpotChecks checks,
            QualityItems quality,
            Substitutions leaves,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            RepositoryService repository,
            RuntimeService runtime,
            TaskService tasks,
            HistoryService history,
            ManagementService management,
            FilterService filters,
            AuthorizationService authorizations) {
        this.walk = walk;
        this.steps = steps;
        this.visits = visits;
        this.planning = planning;
        this.checks = checks;
        this.quality = quality;
        this.leaves = leaves;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.management = management;
        this.filters = filters;
        this.authorizations = authorizations;
    }

    /** By the names of path variables; where one name means several things, with the first part of the address. */
    Map<String, String> make() {
        Map<String, String> ids = new TreeMap<>();
        visits.clear();
        EngineTime.set("2026-05-20T09:00:00+08:00");
        walk.project();
        jdbc.sql("update project set closed_on = null, registered_on = '2026-05-20' where code = ?")
                .param(Walk.PROJECT)
                .update();
        ids.put("code", Walk.PROJECT);
        EngineTime.set("2026-06-01T02:00:00+08:00");
        String plan = planning.startDuePlans().get(0);
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(plan)
                .list()
                .forEach(i -> management
                        .createJobQuery()
                        .processInstanceId(i.getId())
                        .list()
                        .forEach(j -> management.executeJob(j.getId())));
        ids.put("planNo", plan);
        ids.put("lineId", one("select min(id) from revisit_plan_line"));

        EngineTime.set("2026-06-01T09:00:00+08:00");
        Walk.Repair repair = walk.reported(walk.report("2026-06-01T08:50:00+08:00"));
        repair.issueTaskOrder();
        ids.put("caseNo", repair.caseNo());
        ids.put("number consultations", consultation());
        ids.put(
                "number training",
                steps.start(
                        "nanjing-pmd",
                        "owner-training",
                        Map.of("projectCode", Walk.PROJECT, "subject", "GENERAL", "occasion", "更换物业公司")));
        ids.put(
                "visitNo",
                steps.start(
                        "nanjing-pmd",
                        "revisit",
                        Map.of(
                                "projectCode",
                                Walk.PROJECT,
                                "plannedOn",
                                "2026-06-02",
                                "channel",
                                "PHONE",
                                "occasion",
                                "业主来电",
                                "focus",
                                "")));
        checks(ids);
        transaction.executeWithoutResult(s -> quality.raise(
                new QualityDraft(
                        Walk.PROJECT,
                        "nanjing",
                        QualitySource.COMPLAINT,
                        null,
                        "ACCESS:1",
                        "卫生间渗漏",
                        true,
                        "周敏",
                        "13800000000",
                        null,
                        List.of()),
                "system"));
        ids.put("itemNo", quality.ofOrigin("ACCESS:1").orElseThrow().itemNo());
        rows(ids);
        engine(ids, repair);
        return ids;
    }

    private String consultation() {
        return steps.start(
                "nanjing-after-sales",
                "technical-consultation",
                new HashMap<>(Map.of(
                        "projectCode",
                        Walk.PROJECT,
                        "kind",
                        "QUESTION",
                        "receivedAt",
                        "2026-06-01T09:00",
                        "channel",
                        "PHONE",
                        "askerName",
                        "周敏",
                        "askerPhone",
                        "13800000000",
                        "question",
                        "石材怎样保养")));
    }

    private void checks(Map<String, String> ids) {
        String draw = steps.start(
                "nanjing-pmd",
                "spot-check",
                new HashMap<>(Map.of(
                        "unit",
                        "nanjing",
                        "checkBy",
                        "2026-06-15",
                        "topic",
                        "防水专项",
                        "method",
                        "RANDOM",
                        "wanted",
                        1,
                        "scope",
                        Walk.list("nanjing"))));
        steps.job(draw);
        ids.put("drawNo", draw);
        ids.put("checkNo", checks.ofDraw(draw).get(0).checkNo());
    }

    /** What takes a long way to come about, as it stands in the database then. */
    private void rows(Map<String, String> ids) {
        jdbc.sql("insert into survey (survey_no, project_code, unit, dossier_no, year_no, opened_at, contact_name,"
                        + " contact_phone, status) values ('MYD-2026-900001', ?, 'nanjing', ?, 2026, current_timestamp,"
                        + " '周敏', '13800000000', 'OPEN')")
                .params(Walk.PROJECT, ids.get("visitNo"))
                .update();
        ids.put("surveyNo", "MYD-2026-900001");
        jdbc.sql("insert into rectification_report (report_no, unit, year_no, month_no, status, period_from, period_to,"
                        + " due_at, current_due_at, started_at) values ('ZGBS-2026-05-nanjing', 'nanjing', 2026, 5,"
                        + " 'CONFIRMING', current_timestamp, current_timestamp, current_timestamp, current_timestamp,"
                        + " current_timestamp)")
                .update();
        ids.put("reportNo", "ZGBS-2026-05-nanjing");
        jdbc.sql("insert into attachment (id, case_no, purpose, file_name, media_type, size_bytes, sha256, uploaded_by,"
                        + " uploaded_at, content) values ('11111111-2222-3333-4444-555555555555', ?, 'PHOTO', '图.jpg',"
                        + " 'image/jpeg', 3, 'x', 'nanjing-engineer', current_timestamp, ?)")
                .params(ids.get("caseNo"), new byte[] {1, 2, 3})
                .update();
        ids.put("id attachments", "11111111-2222-3333-4444-555555555555");
        ids.put(
                "number substitutions",
                steps.as(
                                "nanjing-engineer",
                                () -> leaves.record(new Substitutions.Draft(
                                        "nanjing",
                                        "nanjing-engineer",
                                        "nanjing-marketing",
                                        "2026-07-01",
                                        "2026-07-02",
                                        "年休假")))
                        .number());
        ids.put("recordNo", one("select min(record_no) from service_record"));
        ids.put("id training", "1");
        ids.put("seq", "1");
        ids.put("year", "2031");
        ids.put("process", "repair");
        ids.put("formId", "repair-task-order");
        ids.put("formId /forms/{formId}", "repair-start");
        ids.put("variable", "caseNo");
        ids.put("kind", "cases");
        ids.put("number history", ids.get("caseNo"));
        ids.put("subject", ids.get("caseNo"));
        ids.put("token", "no-such-token");
    }

    private void engine(Map<String, String> ids, Walk.Repair repair) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(repair.caseNo(), "repair")
                .singleResult();
        ProcessDefinition definition = repository.getProcessDefinition(instance.getProcessDefinitionId());
        String task = tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .list()
                .get(0)
                .getId();
        String job = management
                .createJobQuery()
                .tenantIdIn("nanjing")
                .timers()
                .listPage(0, 1)
                .get(0)
                .getId();
        ids.put("flow", instance.getId());
        ids.put("id task", task);
        ids.put("taskId", task);
        ids.put("id process-instance", instance.getId());
        ids.put("id execution", instance.getId());
        ids.put("id process-definition", definition.getId());
        ids.put("key process-definition", "repair");
        ids.put("id deployment", definition.getDeploymentId());
        ids.put("id job", job);
        ids.put(
                "id job-definition",
                management.createJobDefinitionQuery().listPage(0, 1).get(0).getId());
        ids.put(
                "id variable-instance",
                runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance.getId())
                        .listPage(0, 1)
                        .get(0)
                        .getId());
        var decision = repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey("charge-decision")
                .latestVersion()
                .singleResult();
        ids.put("id decision-definition", decision.getId());
        ids.put("key decision-definition", decision.getKey());
        ids.put("id user", "nanjing-marketing");
        ids.put("id group", "nanjing-marketing");
        ids.put("id tenant", "nanjing");
        ids.put("id filter", filters.createFilterQuery().listPage(0, 1).get(0).getId());
        ids.put(
                "id authorization",
                authorizations.createAuthorizationQuery().listPage(0, 1).get(0).getId());
        ids.put("id history", instance.getId());
        ids.put("varId", "caseNo");
        ids.put("varName", "caseNo");
        ids.put("userId", "nanjing-marketing");
        ids.put("groupId", "nanjing-marketing");
        ids.put("engineName", "default");
        ids.put("name", "default");
    }

    private String one(String sql) {
        return String.valueOf(jdbc.sql(sql).query().singleValue());
    }
}
