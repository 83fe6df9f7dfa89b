package cn.aftercare.training.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.record.SampleFiles;
import cn.aftercare.repair.Walk;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.Steps;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The pages of trainings and of trainers as people with real logins get them. */
@EngineTest
@Import({Walk.class, Steps.class})
class TrainingPagesTest {

    private static final String PROJECT = "PX-P2";

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    private String number;

    @BeforeEach
    void aTraining() {
        EngineTime.set("2026-05-20T09:00:00+08:00");
        walk.project(PROJECT, "nanjing", LocalDate.parse("2023-10-15"));
        number = started();
    }

    @AfterEach
    void clear() {
        walk.clear();
        for (String table : List.of(
                "training_event",
                "training_score",
                "training_attendee",
                "training_course",
                "training_round",
                "training",
                "trainer_qualification")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    @Test
    void a_unit_sees_its_own_and_lists_are_narrowed_and_paged() throws Exception {
        open("/training?stage=PREPARING", "nanjing-engineer")
                .andExpect(content().string(allOf(containsString(number), containsString("2026-06-19 24:00"))));
        open("/training?stage=ARCHIVED", "hq-pmd").andExpect(content().string(not(containsString(number))));
        open("/training", "suzhou-pmd").andExpect(content().string(containsString("没有符合条件的业主培训。")));
        refused("/training/" + number, "suzhou-pmd", 404, "没有业主培训 " + number);
        refused("/training/PX-0", "nanjing-pmd", 404, "没有业主培训 PX-0");
        refused("/training?unit=suzhou", "nanjing-pmd", 404, "没有管理单位“suzhou”");
        refused("/training?stage=GONE", "nanjing-pmd", 400, "状态:没有状态“GONE”");
        for (int i = 0; i < 25; i++) {
            started();
        }
        open("/training", "hq-trainer")
                .andExpect(content().string(allOf(not(containsString(number)), containsString("共 <b>26</b>"))));
        open("/training?page=1", "hq-trainer").andExpect(content().string(containsString(number)));
        EngineTime.set("2026-06-20T00:00:00+08:00");
        open("/training/" + number, "nanjing-pmd").andExpect(content().string(containsString("已逾期")));
    }

    @Test
    void the_page_shows_materials_rounds_attendees_and_story() throws Exception {
        upload("MANUAL", "nanjing-pmd", 302);
        upload("HANDOUT", "hq-trainer", 302);
        upload("NOTHING", "nanjing-pmd", 400);
        qualify("hq-pmd", "JY-1", "2027-01-01", 302);
        steps.complete("nanjing-pmd", number, "编制手册与讲义", Map.of("manualVersion", "手册V1", "outlineVersion", "讲义V2"));
        assertThat(form("owner-training-trainer/" + number, "nanjing-pmd")).contains("hq-trainer");
        steps.complete(
                "nanjing-pmd",
                number,
                "确定教员",
                Map.of("trainer", "hq-trainer", "plannedOn", "2026-05-20", "place", "物业会议室"));
        steps.complete(
                "hq-trainer",
                number,
                "授课",
                Map.of(
                        "courses",
                        Spin.JSON("[{\"heldOn\":\"2026-05-20\",\"place\":\"地下室\",\"hours\":2}]"),
                        "content",
                        "配电操作",
                        "attendees",
                        Spin.JSON("[{\"name\":\"张三\",\"position\":\"电工\"}]")));
        assertThat(form("owner-training-assess/" + number, "hq-trainer")).contains("张三(电工)", "合格分数");
        steps.complete("hq-trainer", number, "考核", Map.of("results", Spin.JSON("[{\"attendee\":\"1\",\"score\":59}]")));
        open("/training/" + number, "nanjing-engineer")
                .andExpect(content()
                        .string(allOf(
                                containsString("手册V1"),
                                containsString("MANUAL.jpg"),
                                containsString("JY-1"),
                                containsString("地下室 2.0小时"),
                                containsString("第1轮59分"),
                                containsString("考核不合格,补训"),
                                containsString("免费"))));
        open("/projects/" + PROJECT, "nanjing-pmd").andExpect(content().string(containsString("/training/" + number)));
    }

    @Test
    void it_starts_from_the_project_of_those_who_may() throws Exception {
        open("/projects/" + PROJECT, "nanjing-pmd").andExpect(content().string(containsString("owner-training")));
        open("/projects/" + PROJECT, "nanjing-after-sales")
                .andExpect(content().string(not(containsString("owner-training"))));
        assertThat(form("owner-training-start", "nanjing-pmd")).contains(PROJECT, "GENERAL");
        assertThat(form("owner-training-start", "suzhou-pmd")).doesNotContain(PROJECT);
        refused("/forms/owner-training-sign/" + number, "suzhou-pmd", 404, "没有业主培训 " + number);
        assertThat(form("owner-training-sign/" + number, "nanjing-pmd")).contains("2026-05-20");
    }

    @Test
    void headquarters_keeps_the_trainers_and_everybody_sees_them() throws Exception {
        qualify("nanjing-pmd", "JY-1", "2027-01-01", 403);
        qualify("hq-pmd", "", "2027-01-01", 400);
        qualify("hq-pmd", "JY-1", "bald", 400);
        qualify("admin", "JY-1", "2026-05-19", 302);
        open("/training/trainers", "nanjing-pmd")
                .andExpect(content()
                        .string(allOf(containsString("JY-1"), containsString("已过期"), not(containsString("登记资质")))));
        qualify("hq-pmd", "JY-1", "2026-05-20", 302);
        open("/training/trainers", "hq-pmd")
                .andExpect(content().string(allOf(not(containsString("已过期")), containsString("登记资质"))));
        long id = jdbc.sql("select id from trainer_qualification")
                .query(Long.class)
                .single();
        web.perform(post("/training/trainers/" + id + "/remove").with(httpBasic("nanjing-pmd", "demo")))
                .andExpect(status().isForbidden());
        web.perform(post("/training/trainers/" + id + "/remove").with(httpBasic("hq-pmd", "demo")))
                .andExpect(status().is3xxRedirection());
        open("/training/trainers", "hq-pmd").andExpect(content().string(containsString("尚未登记教员资质。")));
    }

    private String started() {
        return steps.start(
                "nanjing-pmd",
                "owner-training",
                Map.of("projectCode", PROJECT, "subject", "GENERAL", "occasion", "更换物业公司"));
    }

    private void qualify(String person, String certificate, String until, int status) throws Exception {
        web.perform(post("/training/trainers")
                        .param("person", "hq-trainer")
                        .param("subject", "GENERAL")
                        .param("certificateNo", certificate)
                        .param("validUntil", until)
                        .with(httpBasic(person, "demo")))
                .andExpect(status().is(status));
    }

    private void upload(String purpose, String person, int status) throws Exception {
        web.perform(multipart("/training/" + number + "/attachments")
                        .file(new MockMultipartFile("file", purpose + ".jpg", "image/jpeg", SampleFiles.jpeg(purpose)))
                        .param("purpose", purpose)
                        .with(httpBasic(person, "demo")))
                .andExpect(status().is(status));
    }

    private String form(String path, String person) throws Exception {
        return open("/forms/" + path, person).andReturn().getResponse().getContentAsString();
    }

    private ResultActions open(String path, String person) throws Exception {
        return web.perform(get(path).with(httpBasic(person, "demo"))).andExpect(status().isOk());
    }

    private void refused(String path, String person, int status, String message) throws Exception {
        web.perform(get(path).with(httpBasic(person, "demo")))
                .andExpect(status().is(status))
                .andExpect(content().string(containsString(message)));
    }
}
