package cn.aftercare.platform.security;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.testing.EngineTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@EngineTest
@TestPropertySource(properties = "aftercare.models-dir=src/test/resources/tenant-models")
class LoginMatrixTest {

    /** The small test models are not the product's; the guard would rightly refuse them. */
    @MockitoBean(name = "modelGuardCheck")
    private Runnable modelGuardCheck;

    @Autowired
    MockMvc web;

    @Autowired
    ProcessEngine engine;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/repair-cases/NJ-1",
                "/api/openapi",
                "/engine-rest/engine",
                "/engine-rest/task",
                "/forms/repair-start",
                "/cases/NJ-1",
                "/projects/NJ-1",
                "/actuator",
                "/actuator/metrics",
                "/error",
                "/whatever/else"
            })
    void a_program_without_login_gets_401(String path) throws Exception {
        web.perform(get(path).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isUnauthorized())
                .andExpect(
                        header().string(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"aftercare\", charset=\"UTF-8\""))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value("请先登录"));
    }

    @Test
    void a_change_without_login_gets_401_too() throws Exception {
        web.perform(post("/api/repair-cases")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void a_browser_without_login_is_sent_to_the_tasklist() throws Exception {
        web.perform(get("/cases/NJ-1").accept(MediaType.TEXT_HTML))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/camunda/app/tasklist/default/"));
        web.perform(get("/")).andExpect(redirectedUrl("/camunda/app/tasklist/default/"));
    }

    @Test
    void a_script_of_a_page_gets_no_password_box() throws Exception {
        web.perform(get("/forms/x").header("Sec-Fetch-Mode", "cors"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().doesNotExist(HttpHeaders.WWW_AUTHENTICATE));
    }

    @Test
    void a_wrong_password_gets_401() throws Exception {
        web.perform(get("/api/none").with(httpBasic("suzhou-materials", "wrong")))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.detail").value(containsString("密码不正确")));
        web.perform(get("/api/none").with(httpBasic("nobody", "demo"))).andExpect(status().isUnauthorized());
        web.perform(get("/api/none").header(HttpHeaders.AUTHORIZATION, "Basic !!!"))
                .andExpect(status().isUnauthorized());
        web.perform(get("/api/none").header(HttpHeaders.AUTHORIZATION, "Bearer demo"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void with_the_password_an_unknown_address_is_404() throws Exception {
        web.perform(get("/api/none").with(httpBasic("nanjing-pmd", "demo")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.title").value("未找到"));
    }

    @Test
    void only_the_bare_health_signal_is_open() throws Exception {
        web.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("UP"))
                .andExpect(jsonPath("$.components").doesNotExist());
    }

    @Test
    void strangers_never_reach_the_first_user_setup() throws Exception {
        web.perform(get("/camunda/app/admin/default/setup/")).andExpect(status().isForbidden());
        web.perform(post("/camunda/api/admin/setup/default/user/create")).andExpect(status().isForbidden());
    }

    @Test
    void the_session_of_the_webapps_counts_and_its_changes_need_the_token() throws Exception {
        MockHttpSession session = new MockHttpSession();
        AuthenticationUtil.getAuthsFromSession(session)
                .addOrReplace(AuthenticationUtil.createAuthentication(engine, "nanjing-pmd"));
        session.setAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME, "the-token");

        web.perform(get("/api/none").session(session)).andExpect(status().isNotFound());
        web.perform(post("/api/none").session(session))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value("页面已过期,请刷新后重试"));
        web.perform(post("/api/none").session(session).header("X-XSRF-TOKEN", "the-token"))
                .andExpect(status().isNotFound());
        web.perform(post("/api/none").session(session).param("_csrf", "the-token"))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_remembered_password_is_no_use_to_a_foreign_page() throws Exception {
        web.perform(post("/api/none").with(httpBasic("nanjing-pmd", "demo")).header("Sec-Fetch-Site", "cross-site"))
                .andExpect(status().isForbidden());
        web.perform(post("/api/none").with(httpBasic("nanjing-pmd", "demo"))).andExpect(status().isNotFound());
    }

    @Test
    void a_session_of_somebody_deleted_is_no_login() throws Exception {
        MockHttpSession session = new MockHttpSession();
        var gone = new org.camunda.bpm.webapp.impl.security.auth.UserAuthentication("gone", engine.getName());
        AuthenticationUtil.getAuthsFromSession(session).addOrReplace(gone);

        web.perform(get("/api/none").session(session)).andExpect(status().isUnauthorized());
    }
}
