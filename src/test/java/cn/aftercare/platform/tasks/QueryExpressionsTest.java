package cn.aftercare.platform.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.repair.Walk;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.WebVisitor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Nobody brings code along with a list of tasks. */
@EngineTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Walk.class)
class QueryExpressionsTest {

    private static final List<String> OURS = List.of("我的任务", "本组待办", "今日到期", "已超时", "督办");

    @LocalServerPort
    int port;

    @Autowired
    FilterService filters;

    @Autowired
    ObjectMapper json;

    @AfterEach
    void clear() {
        filters.createFilterQuery().filterName("x").list().forEach(f -> filters.deleteFilter(f.getId()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${''.getClass().forName('java.lang.Runtime')}\"}",
                "{\"assigneeExpression\":\"${1+1}\"}",
                "{\"dueBeforeExpression\":\"#{repositoryService}\"}",
                "{\"name\":\"a\",\"orQueries\":[{\"candidateGroupsExpression\":\"${dataSource}\"},{\"assignee\":\"b\"}]}",
                "{\"assigneeExpression\":\"${currentUser()}\",\"orQueries\":[{\"ownerExpression\":\"${1+1}\",\"name\":\"a\"}]}"
            })
    void a_filter_is_saved_with_our_expressions_only(String query) {
        for (String user : List.of("admin", "analyst", "nanjing-after-sales")) {
            HttpResponse<String> answer = send(user, "POST", "/filter/create", filter("x", query));
            assertThat(answer.statusCode()).as(user + answer.body()).isEqualTo(403);
        }
        HttpResponse<String> told = send("admin", "POST", "/filter/create", filter("x", query));
        assertThat(told.body()).contains("筛选器只能使用系统自带的表达式");
        assertThat(filters.createFilterQuery().filterName("x").count()).isZero();
    }

    @Test
    void a_filter_is_not_changed_to_one_with_another_expression() throws JsonProcessingException {
        Filter mine = ours(OURS.get(0));
        HttpResponse<String> answer = send(
                "admin",
                "PUT",
                "/filter/" + mine.getId(),
                filter(mine.getName(), "{\"assigneeExpression\":\"${currentUserGroups().getClass()}\"}"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(query(mine).get("assigneeExpression").asText()).isEqualTo("${currentUser()}");
    }

    @Test
    void an_administrator_makes_filters_as_before() {
        for (String query : List.of("{\"assignee\":\"nanjing-marketing\"}", "{\"dueBeforeExpression\":\"${now()}\"}")) {
            HttpResponse<String> answer = send("admin", "POST", "/filter/create", filter("x", query));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        assertThat(filters.createFilterQuery().filterName("x").count()).isEqualTo(2);
    }

    /** What the start made may also be saved again by hand, or the list of what is allowed has fallen behind. */
    @Test
    void the_filters_of_the_program_are_there_and_can_be_saved_and_opened() throws JsonProcessingException {
        for (String name : OURS) {
            Filter filter = ours(name);
            HttpResponse<String> saved = send(
                    "admin",
                    "PUT",
                    "/filter/" + filter.getId(),
                    filter(name, query(filter).toString()));
            assertThat(saved.statusCode()).as(name + saved.body()).isEqualTo(204);
            HttpResponse<String> opened =
                    send("nanjing-after-sales", "POST", "/filter/" + filter.getId() + "/count", "{\"name\":\"a\"}");
            assertThat(opened.statusCode()).as(name + opened.body()).isEqualTo(200);
            assertThat(opened.body()).isEqualTo("{\"count\":0}");
        }
    }

    /** The engine refuses an expression in a query only outside of its alternatives. */
    @Test
    void a_query_brings_no_expression() {
        String own = ours(OURS.get(0)).getId();
        String hidden = "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\",\"name\":\"a\"}]}";
        for (String user : List.of("nanjing-after-sales", "analyst", "admin")) {
            for (String path : List.of(
                    "/task",
                    "/task/count",
                    "/filter/" + own + "/list",
                    "/filter/" + own + "/count",
                    "/filter/" + own + "/list?firstResult=0&maxResults=1")) {
                HttpResponse<String> answer = send(user, "POST", path, hidden);
                assertThat(answer.statusCode()).as(user + path + answer.body()).isEqualTo(403);
                assertThat(answer.body()).contains("查询条件不能使用表达式");
            }
        }
        // The engine's own interface makes a 400 of every refusal here.
        assertThat(send("nanjing-after-sales", "POST", "/filter/" + own + "/singleResult", hidden)
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> plain =
                send("nanjing-after-sales", "POST", "/task", "{\"orQueries\":[{\"assignee\":\"b\",\"name\":\"a\"}]}");
        assertThat(plain.statusCode()).as(plain.body()).isEqualTo(200);
        assertThat(plain.body()).isEqualTo("[]");
    }

    private Filter ours(String name) {
        return filters.createFilterQuery().filterName(name).singleResult();
    }

    private JsonNode query(Filter filter) throws JsonProcessingException {
        return json.readTree(
                        send("admin", "GET", "/filter/" + filter.getId(), null).body())
                .get("query");
    }

    private static String filter(String name, String query) {
        return "{\"resourceType\":\"Task\",\"name\":\"" + name + "\",\"query\":" + query + ",\"properties\":{}}";
    }

    private HttpResponse<String> send(String user, String method, String path, String body) {
        WebVisitor visitor = new WebVisitor(port);
        return visitor.send(visitor.request("/engine-rest" + path)
                .header("Authorization", basic(user))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8));
    }
}
