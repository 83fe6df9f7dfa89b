package cn.aftercare.problem.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.repair.Channel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class ProblemAdviceTest {

    private final MockMvc web = MockMvcBuilders.standaloneSetup(new Failing())
            .setControllerAdvice(new ProblemAdvice())
            .setMessageConverters(new MappingJackson2HttpMessageConverter(
                    Jackson2ObjectMapperBuilder.json().build()))
            .build();

    @ParameterizedTest
    @CsvSource({
        "invalid,400,请求内容有误",
        "conflict,409,与现有数据冲突",
        "not-found,404,未找到",
        "not-permitted,403,没有权限",
        "wrapped,409,与现有数据冲突",
        "denied,403,没有权限",
        "too-large,413,上传内容过大",
        "broken,500,系统内部错误"
    })
    void every_failure_is_a_chinese_problem(String what, int status, String title) throws Exception {
        web.perform(get("/fail/" + what))
                .andExpect(status().is(status))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.title").value(title))
                .andExpect(jsonPath("$.status").value(status))
                .andExpect(jsonPath("$.errors").isArray());
    }

    @Test
    void what_is_wrong_with_which_field() throws Exception {
        web.perform(get("/fail/invalid"))
                .andExpect(jsonPath("$.errors[0].field").value("receivedAt"))
                .andExpect(jsonPath("$.errors[0].message").value("接报时间不能晚于现在"));
    }

    @Test
    void internals_stay_inside() throws Exception {
        web.perform(get("/fail/broken"))
                .andExpect(jsonPath("$.errorId").isNotEmpty())
                .andExpect(content().string(not(containsString("secret"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"channel\":\"FAX\"} | channel | 只能是 PHONE",
                "{\"receivedAt\":\"yesterday\"} | receivedAt | 时间格式不正确",
                "{\"day\":\"2025-02-30\"} | day | 日期格式不正确",
                "{\"emergency\":\"maybe\"} | emergency | 只能是 true 或 false",
                "{\"name\":\"x\",\"inner\":{\"count\":\"many\"}} | inner.count | 必须是数字",
                "{\"name\":{}} | name | 必须是文本"
            })
    void unreadable_json_names_the_field(String body, String field, String message) throws Exception {
        submit(body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].message").value(containsString(message)));
    }

    @Test
    void broken_json_and_missing_values() throws Exception {
        submit("{")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("请求内容不是正确的 JSON"));
        submit("")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value("请求内容为空或无法读取"));
        submit("{\"name\":\" \"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("name"));
    }

    @Test
    void parameters_headers_methods_and_types() throws Exception {
        web.perform(get("/list"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("page"));
        web.perform(get("/list").param("page", "one").header("Idempotency-Key", "k"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message").value("必须是数字,收到的是「one」"));
        web.perform(get("/list").param("page", "1"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("Idempotency-Key"));
        web.perform(put("/list"))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(jsonPath("$.title").value("不支持的请求方法"));
        web.perform(post("/body").contentType(MediaType.TEXT_PLAIN).content("x"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.title").value("不支持的内容类型"));
    }

    private ResultActions submit(String body) throws Exception {
        return web.perform(post("/body").contentType(MediaType.APPLICATION_JSON).content(body));
    }

    record Inner(int count) {}

    record Body(
            @NotBlank String name,
            Channel channel,
            OffsetDateTime receivedAt,
            LocalDate day,
            Boolean emergency,
            Inner inner) {}

    @RestController
    static class Failing {

        @GetMapping("/fail/{what}")
        void fail(@PathVariable String what) {
            throw switch (what) {
                case "invalid" -> new InvalidInputException("receivedAt", "接报时间不能晚于现在");
                case "conflict" -> new ConflictException("已关闭");
                case "not-found" -> new NotFoundException("没有案件");
                case "not-permitted" -> new NotPermittedException("不是本单位");
                case "wrapped" ->
                    new IllegalStateException("engine", new RuntimeException(new ConflictException("已关闭")));
                case "denied" -> new AccessDeniedException("no");
                case "too-large" -> new MaxUploadSizeExceededException(1);
                default -> new IllegalStateException("secret");
            };
        }

        @PostMapping("/body")
        Map<String, Object> body(@Valid @RequestBody Body body) {
            return Map.of();
        }

        @GetMapping("/list")
        Map<String, Object> list(@RequestParam int page, @RequestHeader("Idempotency-Key") String key) {
            return Map.of();
        }
    }
}
