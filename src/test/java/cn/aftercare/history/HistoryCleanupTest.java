package cn.aftercare.history;

import static cn.aftercare.repair.Walk.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.platform.form.SubmittedForms;
import cn.aftercare.repair.Walk;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.support.SimpleTriggerContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Years after a case has ended the engine forgets how it went, at night; what the company has to keep stays. */
@EngineTest
@Import(Walk.class)
@TestPropertySource(properties = {"aftercare.history-cleanup.from=01:00", "aftercare.history-cleanup.to=05:00"})
class HistoryCleanupTest {

    private static final String MANAGER = "nanjing-pmd-manager";

    /** More than a single case needs. */
    private static final int BATCHES = 5;

    @Autowired
    Walk walk;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SubmittedForms forms;

    @Autowired
    ScheduledTaskHolder schedule;

    @Autowired
    MockMvc web;

    private Repair repair;

    @BeforeEach
    void aFinishedCase() {
        walk.project();
        EngineTime.set("2025-09-26T16:40:00+08:00");
        repair = walk.reported(walk.report("2025-09-26T16:40:00+08:00"));
        repair.issueTaskOrder()
                .allot()
                .contactOwner()
                .survey(Map.of())
                .confirm(Map.of())
                .started(Map.of())
                .work()
                .selfCheck(true)
                .accept(true)
                .closed();
        assertThat(repair.now().stage().ended()).isTrue();
    }

    @AfterEach
    void clear() {
        walk.clear();
    }

    @Test
    void it_runs_at_night_in_china() {
        EngineTime.set("2025-09-26T16:40:00+08:00");
        history.cleanUpHistoryAsync(false);
        assertThat(cleanupDue()).isEqualTo(at("2025-09-27T01:00:00+08:00"));

        EngineTime.set("2025-09-27T05:00:01+08:00");
        history.cleanUpHistoryAsync(false);
        assertThat(cleanupDue()).isEqualTo(at("2025-09-28T01:00:00+08:00"));
    }

    @Test
    void after_ten_years_the_steps_are_gone_and_what_has_to_be_kept_is_not() throws Exception {
        byte[] document = recordOf(repair);
        assertThat(registerRows()).isEqualTo(1);
        String course = coursesOf(repair).get(0);
        open("/cases/" + repair.caseNo() + "/history")
                .andExpect(content().string(allOf(containsString("现场勘查"), not(containsString("id=\"cleared\"")))));

        // 3650 days after its start, that is on 2035-09-24 in the afternoon.
        cleanUp("2035-09-24T01:00:00+08:00");
        assertThat(coursesOf(repair)).isNotEmpty();
        cleanUp("2035-09-25T01:00:00+08:00");
        assertThat(coursesOf(repair)).isEmpty();

        keptWithout(course, document);
    }

    @Test
    void a_database_aged_by_years_is_cleared_as_well() throws Exception {
        byte[] document = recordOf(repair);
        String course = coursesOf(repair).get(0);
        age(11);

        cleanUp("2025-09-27T01:00:00+08:00");

        assertThat(coursesOf(repair)).isEmpty();
        keptWithout(course, document);
    }

    @Test
    void a_case_under_way_keeps_its_steps_whatever_ended_before_it() {
        EngineTime.set("2035-09-24T18:00:00+08:00");
        Repair later = walk.reported(walk.report("2035-09-24T18:00:00+08:00")).issueTaskOrder();

        cleanUp("2035-09-25T01:00:00+08:00");

        assertThat(coursesOf(repair)).isEmpty();
        assertThat(coursesOf(later)).isNotEmpty();
    }

    private void keptWithout(String course, byte[] document) throws Exception {
        String page = "/cases/" + repair.caseNo();
        open(page + "/history")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("流程逐步办理的明细已过保存期限,按规定清除"),
                                containsString("兑现:响应"),
                                not(containsString("现场勘查")))));
        open(page + "/history?flow=" + course + "&all=true").andExpect(status().isOk());
        open(page + "/history/" + course + "/diagram.svg")
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有这个流程")));
        open(page).andExpect(status().isOk()).andExpect(content().string(containsString("已结案")));
        assertThat(repair.story()).isNotEmpty();
        assertThat(recordOf(repair)).isEqualTo(document);
        assertThat(registerRows()).isEqualTo(1);
        web.perform(get("/api/repair-cases/" + repair.caseNo()).with(httpBasic(MANAGER, "demo")))
                .andExpect(jsonPath("$.stage").value("CLOSED"))
                .andExpect(jsonPath("$.commitments").isNotEmpty());
    }

    @Test
    void what_was_handed_in_goes_in_the_morning_after_its_steps_and_no_sooner() {
        EngineTime.set("2035-09-24T18:00:00+08:00");
        Repair later = walk.reported(walk.report("2035-09-24T18:00:00+08:00")).issueTaskOrder();
        List<String> courses = coursesOf(repair);
        Map<String, JsonNode> ofRepair = forms.of(courses);
        Map<String, JsonNode> ofLater = forms.of(coursesOf(later));
        assertThat(ofRepair).isNotEmpty();
        assertThat(ofLater).isNotEmpty();

        forms.forget();
        assertThat(forms.of(courses)).isEqualTo(ofRepair);

        cleanUp("2035-09-25T01:00:00+08:00");
        forms.forget();

        assertThat(forms.of(courses)).isEmpty();
        assertThat(forms.of(coursesOf(later))).isEqualTo(ofLater);
    }

    @Test
    void the_morning_comes_by_itself() {
        assertThat(schedule.getScheduledTasks())
                .filteredOn(task -> task.toString().equals(SubmittedForms.class.getName() + ".forget"))
                .singleElement()
                .extracting(ScheduledTask::getTask, type(CronTask.class))
                .satisfies(morning -> assertThat(morning.getTrigger()
                                .nextExecution(new SimpleTriggerContext(
                                        Clock.fixed(at("2035-09-25T05:00:00+08:00"), ZoneOffset.UTC))))
                        .isEqualTo(at("2035-09-25T06:30:00+08:00")));
    }

    /** The night at this instant, as far as there is something to do. */
    private void cleanUp(String night) {
        EngineTime.set(night);
        history.cleanUpHistoryAsync(false);
        for (int batch = 0; batch < BATCHES; batch++) {
            history.findHistoryCleanupJobs().forEach(job -> management.executeJob(job.getId()));
        }
    }

    private Instant cleanupDue() {
        return history.findHistoryCleanupJobs().get(0).getDuedate().toInstant();
    }

    /** As if everything had happened so many years earlier. */
    private void age(int years) {
        List<String> updates = new ArrayList<>();
        jdbc.sql("""
                        select table_name, column_name from information_schema.columns
                        where table_schema = 'public' and data_type like 'timestamp%' and is_updatable = 'YES'
                            and (table_name not like 'act\\_%' or table_name like 'act\\_hi\\_%')
                            and table_name not like 'flyway%'
                        """).query((ResultSet rs) -> {
            String column = rs.getString("column_name");
            updates.add("update " + rs.getString("table_name") + " set " + column + " = " + column + " - interval '"
                    + years + " years'");
        });
        assertThat(updates).hasSizeGreaterThan(50);
        updates.forEach(sql -> jdbc.sql(sql).update());
    }

    /** The processes of the case that the engine remembers. */
    private List<String> coursesOf(Repair repair) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(repair.caseNo()).list().stream()
                .map(HistoricProcessInstance::getId)
                .toList();
    }

    private byte[] recordOf(Repair repair) throws Exception {
        String list = web.perform(
                        get("/api/repair-cases/" + repair.caseNo() + "/records").with(httpBasic(MANAGER, "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String recordNo = JsonPath.read(list, "$[0].recordNo");
        byte[] document = web.perform(get("/api/records/" + recordNo + ".docx").with(httpBasic(MANAGER, "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(document).startsWith('P', 'K');
        return document;
    }

    /** Of this case in the register. */
    private long registerRows() throws Exception {
        byte[] sheet = web.perform(get("/api/repair-register.xlsx").with(httpBasic(MANAGER, "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        long rows = 0;
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheet))) {
            for (var row : book.getSheetAt(0)) {
                for (var cell : row) {
                    rows += cell.toString().equals(repair.caseNo()) ? 1 : 0;
                }
            }
        }
        return rows;
    }

    private ResultActions open(String path) throws Exception {
        return web.perform(get(path).with(httpBasic(MANAGER, "demo")).accept(MediaType.TEXT_HTML, MediaType.ALL));
    }
}
