package cn.aftercare.repair.web;

import static cn.aftercare.repair.Walk.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.commitment.CommitmentStatus;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.record.SampleFiles;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.ReportDraft;
import cn.aftercare.repair.Walk;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The pages of the cases as people with real logins get them. */
@EngineTest
@Import(Walk.class)
class CasePagesTest {

    @Autowired
    Walk walk;

    @Autowired
    MockMvc web;

    @Autowired
    ProcessEngine engine;

    private Repair repair;

    @BeforeEach
    void aCase() {
        walk.project();
        EngineTime.set("2025-09-27T10:15:00+08:00");
        repair = walk.reported(walk.report("2025-09-26T16:40:00+08:00"));
    }

    @AfterEach
    void clear() {
        walk.clear();
    }

    @Test
    void the_list_says_what_is_late_and_shows_each_unit_its_own() throws Exception {
        open("/cases?late=true&q=" + repair.caseNo(), "nanjing-pmd")
                .andExpect(content().string(containsString("没有符合条件的案件")));

        EngineTime.set("2025-09-28T10:15:00+08:00");
        open("/cases?late=true&q=金陵", "nanjing-pmd")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(repair.caseNo()),
                                containsString("已超时 17小时35分"),
                                containsString("南京分公司"),
                                not(containsString("苏州分公司")))));
        open("/cases", "hq-pmd-manager")
                .andExpect(content().string(allOf(containsString(repair.caseNo()), containsString("苏州分公司"))));
        open("/cases?stage=ALL", "suzhou-pmd").andExpect(content().string(not(containsString(repair.caseNo()))));
        open("/cases?unit=nanjing", "suzhou-pmd").andExpect(status().isNotFound());
        open("/cases?from=yesterday", "nanjing-pmd")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("起始日期:“yesterday”不是日期")));
    }

    @Test
    void the_page_tells_the_case_and_another_units_case_is_not_found() throws Exception {
        repair.surveyed(Map.of())
                .confirm(Map.of())
                .started(Map.of())
                .work()
                .selfCheck(true)
                .accept(false);

        open(page(), "nanjing-warranty-manager")
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
                .andExpect(content()
                        .string(allOf(
                                containsString("金陵大厦装修工程"),
                                containsString("href=\"tel:13800000000\""),
                                containsString("2025-09-29 24:00"),
                                containsString("接缝未留伸缩缝"),
                                containsString("验收未通过,返工"),
                                containsString("当前待办"),
                                containsString("维修施工"),
                                containsString("维修任务单 RWD-2025-"),
                                containsString("/camunda/app/cockpit/default/#/process-instance/"),
                                not(containsString("nanjing-warranty-manager")))));
        open(page(), "nanjing-technician")
                .andExpect(content()
                        .string(allOf(
                                containsString("/camunda/app/tasklist/default/#/?task="),
                                not(containsString("/camunda/app/cockpit/")),
                                not(containsString("暂停计时")))));
        open(page(), "suzhou-pmd")
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
                .andExpect(content()
                        .string(allOf(containsString("没有案件 " + repair.caseNo()), not(containsString("金陵大厦")))));
    }

    @Test
    void what_people_typed_is_shown_as_text() throws Exception {
        Repair typed = walk.reported(new ReportDraft(
                Walk.PROJECT,
                at("2025-09-27T10:00:00+08:00"),
                Channel.PHONE,
                "<b>周敏</b>",
                "13800000000",
                DefectCategory.DECORATION,
                "3层\"走廊",
                "<script>alert(1)</script>",
                false,
                false,
                false,
                null,
                null));

        open("/cases/" + typed.caseNo(), "nanjing-pmd")
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
                .andExpect(content()
                        .string(allOf(
                                containsString("&lt;script&gt;alert(1)&lt;/script&gt;"),
                                not(containsString("<script>alert")),
                                not(containsString("<b>周敏")))));
    }

    @Test
    void files_are_uploaded_by_a_plain_form_and_refused_by_name() throws Exception {
        upload("nanjing-technician", "吊顶.jpg", SampleFiles.jpeg("1"))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl(page() + "?done=files&files=1#files"));
        open(page() + "?done=files&files=1", "nanjing-technician")
                .andExpect(content()
                        .string(allOf(
                                containsString("已保存 1 个文件"),
                                containsString("吊顶.jpg"),
                                containsString("<img src=\"/api/attachments/"))));
        upload("nanjing-technician", "<b>.jpg", "GIF89a".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(
                                containsString("“&lt;b&gt;.jpg” 文件:只接受 JPEG、PNG、WebP、HEIC 图片和 PDF"),
                                containsString(repair.caseNo()))));
        upload("hq-pmd", "吊顶.jpg", SampleFiles.jpeg("2"))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("只有案件所属单位的人员可以上传附件")));
        open(page(), "hq-pmd").andExpect(content().string(not(containsString("id=\"upload\""))));
    }

    @Test
    void the_clocks_are_paused_and_resumed_by_those_who_may() throws Exception {
        send("/pause", "nanjing-site-technician", "reason", "", "note", "等石膏板")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(allOf(containsString("暂停原因:必填"), containsString("等石膏板"))));
        send("/pause", "nanjing-site-technician", "reason", "MATERIAL", "note", "等石膏板")
                .andExpect(redirectedUrl(page() + "?done=paused&files=0#clocks"));
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.PAUSED);
        open(page(), "nanjing-site-technician")
                .andExpect(content().string(allOf(containsString("恢复计时"), containsString("等石膏板"))));

        EngineTime.set("2025-09-28T10:15:30+08:00");
        send("/resume", "nanjing-materials", "to", "").andExpect(status().isForbidden());
        send("/resume", "nanjing-site-technician", "to", "2025-09-28T23:00")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("恢复时间:不能晚于当前时间")));
        send("/resume", "nanjing-site-technician", "to", "2025-09-28T10:15").andExpect(status().isFound());
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.RUNNING);
    }

    @Test
    void a_form_of_the_session_carries_its_token_and_a_stale_one_is_told_so() throws Exception {
        MockHttpSession session = new MockHttpSession();
        AuthenticationUtil.getAuthsFromSession(session)
                .addOrReplace(AuthenticationUtil.createAuthentication(engine, "nanjing-pmd"));
        session.setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, "the-token");

        web.perform(get(page()).session(session).accept(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("name=\"_csrf\" value=\"the-token\"")));
        web.perform(post(page() + "/pause")
                        .session(session)
                        .accept(MediaType.TEXT_HTML)
                        .param("_csrf", "stale"))
                .andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith(MediaType.TEXT_HTML))
                .andExpect(content().string(containsString("页面已过期,请刷新后重试")));
        web.perform(post(page() + "/pause").accept(MediaType.TEXT_HTML))
                .andExpect(status().isUnauthorized())
                .andExpect(header().doesNotExist(HttpHeaders.WWW_AUTHENTICATE))
                .andExpect(content().string(containsString("登录已过期")));
    }

    private String page() {
        return "/cases/" + repair.caseNo();
    }

    private ResultActions open(String path, String user) throws Exception {
        return web.perform(get(path).with(httpBasic(user, "demo")).accept(MediaType.TEXT_HTML));
    }

    private ResultActions upload(String user, String name, byte[] content) throws Exception {
        return web.perform(multipart(page() + "/attachments")
                .file(new MockMultipartFile("file", "", null, new byte[0]))
                .file(new MockMultipartFile("file", name, "image/jpeg", content))
                .param("purpose", "PHOTO")
                .with(httpBasic(user, "demo"))
                .accept(MediaType.TEXT_HTML));
    }

    private ResultActions send(String action, String user, String... fields) throws Exception {
        MockHttpServletRequestBuilder request =
                post(page() + action).with(httpBasic(user, "demo")).accept(MediaType.TEXT_HTML);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return web.perform(request);
    }
}
