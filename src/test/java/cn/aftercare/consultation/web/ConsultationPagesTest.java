package cn.aftercare.consultation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.consultation.app.Consultations;
import cn.aftercare.repair.Walk;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.Steps;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The pages of consultations as people with real logins get them. */
@EngineTest
@Import({Walk.class, Steps.class})
class ConsultationPagesTest {

    private static final String PROJECT = "ZX-P2";

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    Consultations consultations;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    private String number;

    @BeforeEach
    void aQuestion() {
        EngineTime.set("2026-05-20T09:00:00+08:00");
        walk.project(PROJECT, "nanjing", LocalDate.parse("2023-10-15"));
        number = asked("2026-05-20T09:00", "大堂石材怎样保养");
    }

    @AfterEach
    void clear() {
        walk.clear();
        jdbc.sql("delete from consultation").update();
    }

    @Test
    void a_unit_sees_its_own() throws Exception {
        open("/consultations", "nanjing-engineer")
                .andExpect(content().string(allOf(containsString(number), containsString("2026-05-21 09:00"))));
        open("/consultations", "hq-pmd").andExpect(content().string(containsString(number)));
        open("/consultations", "suzhou-engineer")
                .andExpect(content().string(allOf(not(containsString(number)), containsString("没有符合条件的咨询。"))));
        refused("/consultations/" + number, "suzhou-engineer", 404, "没有技术咨询 " + number);
        refused("/consultations/ZX-0", "nanjing-engineer", 404, "没有技术咨询 ZX-0");
        refused("/consultations?unit=suzhou", "nanjing-engineer", 404, "没有管理单位“suzhou”");
        refused("/forms/technical-consultation-answer/" + number, "suzhou-engineer", 404, "没有技术咨询 " + number);
    }

    @Test
    void the_list_is_narrowed_and_paged() throws Exception {
        open("/consultations?kind=QUESTION&stage=ASKED&from=2026-05-20&to=2026-05-20&unit=nanjing", "hq-pmd")
                .andExpect(content().string(containsString(number)));
        for (String narrowed : new String[] {"kind=GUIDANCE", "stage=SETTLED", "from=2026-05-21", "to=2026-05-19"}) {
            open("/consultations?" + narrowed, "hq-pmd").andExpect(content().string(not(containsString(number))));
        }
        refused("/consultations?kind=CHAT", "hq-pmd", 400, "类别:没有类别“CHAT”");
        refused("/consultations?stage=GONE", "hq-pmd", 400, "状态:没有状态“GONE”");
        refused("/consultations?from=heute", "hq-pmd", 400, "接到自:“heute”不是日期");
        for (int i = 0; i < 25; i++) {
            asked("2026-05-20T09:00", "第" + i + "问");
        }
        open("/consultations", "hq-pmd")
                .andExpect(content().string(allOf(not(containsString(number)), containsString("共 <b>26</b>"))));
        open("/consultations?page=1", "hq-pmd").andExpect(content().string(containsString(number)));
        EngineTime.set("2026-05-21T09:00:00+08:00");
        open("/consultations", "hq-pmd").andExpect(content().string(containsString("超过目标")));
    }

    @Test
    void the_page_tells_question_answer_repair_and_story() throws Exception {
        steps.complete(
                "nanjing-engineer",
                number,
                "解答咨询",
                Map.of("outcome", "REPAIR", "answer", "石材空鼓,需上门", "category", "DECORATION", "location", "大堂"));
        String caseNo = consultations.of(number).caseNo();
        steps.complete("nanjing-after-sales", number, "告知咨询人", Map.of("toldAt", "2026-05-20T09:00", "toldBy", "PHONE"));
        open("/consultations/" + number, "nanjing-pmd")
                .andExpect(content()
                        .string(allOf(
                                containsString("大堂石材怎样保养"),
                                containsString("石材空鼓,需上门"),
                                containsString("/cases/" + caseNo),
                                containsString("tel:13800000000"),
                                containsString("登记咨询"),
                                containsString("转为报修"),
                                containsString("告知咨询人"))));
        open("/projects/" + PROJECT, "nanjing-after-sales")
                .andExpect(content()
                        .string(allOf(containsString("/consultations/" + number), containsString("转报修" + caseNo))));
    }

    @Test
    void it_starts_from_the_project_and_the_forms_tell_what_it_is_about() throws Exception {
        open("/projects/" + PROJECT, "nanjing-after-sales")
                .andExpect(content().string(containsString("technical-consultation")));
        open("/projects/" + PROJECT, "nanjing-pmd")
                .andExpect(content().string(not(containsString("technical-consultation"))));
        assertThat(form("technical-consultation-start", "nanjing-after-sales"))
                .contains(PROJECT, "2026-05-20T09:00", "PHONE");
        assertThat(form("technical-consultation-start", "suzhou-after-sales")).doesNotContain(PROJECT);
        assertThat(form("technical-consultation-answer/" + number, "nanjing-engineer"))
                .contains("大堂石材怎样保养", "/consultations/" + number);
        assertThat(form("technical-consultation-tell/" + number, "nanjing-after-sales"))
                .contains("2026-05-20T09:00");
    }

    private String form(String path, String person) throws Exception {
        return open("/forms/" + path, person).andReturn().getResponse().getContentAsString();
    }

    private String asked(String receivedAt, String question) {
        return steps.start(
                "nanjing-after-sales",
                "technical-consultation",
                new HashMap<>(Map.of(
                        "projectCode",
                        PROJECT,
                        "kind",
                        "QUESTION",
                        "receivedAt",
                        receivedAt,
                        "channel",
                        "PHONE",
                        "askerName",
                        "周敏",
                        "askerPhone",
                        "13800000000",
                        "question",
                        question)));
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
