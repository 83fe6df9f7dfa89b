package cn.aftercare.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.repair.Walk;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.WebVisitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A deployment from outside changes flows; it runs no code. */
@EngineTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Walk.class)
class DeploymentGuardTest {

    private static final String PROCESS = "quality-clock.bpmn";
    private static final String DECISION = "repair-triage.dmn";
    private static final List<String> WAYS = List.of("/engine-rest", "/camunda/api/engine/engine/default");

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    private long before;

    @BeforeEach
    void count() {
        before = repository.createDeploymentQuery().count();
    }

    @AfterEach
    void undo() {
        repository.createDeploymentQuery().deploymentNameLike("from outside%").list().stream()
                .map(Deployment::getId)
                .forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void an_analyst_deploys_a_model_that_fits() {
        String changed = model(PROCESS).replaceFirst("<bpmn:process id=\"quality-clock\" name=\"", "$0新");
        for (String way : WAYS) {
            HttpResponse<String> answer = deploy("analyst", way, Map.of(PROCESS, changed));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        assertThat(deploy("analyst", WAYS.get(0), Map.of(DECISION, model(DECISION)))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nanjing-after-sales", "nanjing-pmd-manager", "hq-top-management", "hq-technical-office"})
    void nobody_else_deploys(String user) {
        for (String way : WAYS) {
            assertThat(deploy(user, way, Map.of(PROCESS, model(PROCESS))).statusCode())
                    .isEqualTo(403);
        }
        nothingNew();
    }

    /** Each puts code where a model takes it; the administrator's own deployments are looked at as well. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "script task | <bpmn:scriptTask id=\"Evil\" name=\"作恶\" scriptFormat=\"javascript\"><bpmn:script>java.lang.Runtime.getRuntime().exec(\"id\")</bpmn:script></bpmn:scriptTask> | 不允许脚本任务",
                "groovy | <bpmn:scriptTask id=\"Evil\" name=\"作恶\" scriptFormat=\"groovy\"><bpmn:script>\"id\".execute()</bpmn:script></bpmn:scriptTask> | 不允许脚本任务",
                "script listener | <bpmn:manualTask id=\"Evil\" name=\"作恶\"><bpmn:extensionElements><camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"juel\">${execution.engineServices}</camunda:script></camunda:executionListener></bpmn:extensionElements></bpmn:manualTask> | 不允许脚本",
                "class | <bpmn:serviceTask id=\"Evil\" name=\"作恶\" camunda:class=\"javax.swing.JEditorPane\"/> | 不允许 camunda:class",
                "expression | <bpmn:serviceTask id=\"Evil\" name=\"作恶\" camunda:expression=\"${repositoryService.deleteDeployment('1', true)}\"/> | 不允许 camunda:expression",
                "reflection | <bpmn:manualTask id=\"Evil\" name=\"${''.getClass().forName('java.lang.Runtime')}\"/> | 不能调用方法",
                "escaped literal | <bpmn:manualTask id=\"Evil\" name=\"${x == '\\'' + ''.getClass().getName()}\"/> | 不能调用方法",
                "documentation | <bpmn:manualTask id=\"Evil\" name=\"作恶\"><bpmn:documentation>${execution.processEngineServices}</bpmn:documentation></bpmn:manualTask> | 取属性",
                "mapping | <bpmn:manualTask id=\"Evil\" name=\"作恶\"><bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"unit\">#{caseNo.class.classLoader}</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements></bpmn:manualTask> | 取属性",
                "bean | <bpmn:manualTask id=\"Evil\" name=\"${dataSource['password']}\"/> | 取属性",
                "external worker | <bpmn:serviceTask id=\"Evil\" name=\"作恶\" camunda:type=\"external\" camunda:topic=\"t\"/> | 不允许外部任务",
                "embedded form | <bpmn:userTask id=\"Evil\" name=\"作恶\" camunda:formKey=\"embedded:deployment:evil.html\"/> | formKey 应为",
            })
    void no_code_comes_in_with_a_process(String what, String element, String message) {
        String evil = model(PROCESS)
                .replaceFirst("</bpmn:process>", java.util.regex.Matcher.quoteReplacement(element + "</bpmn:process>"));
        assertThat(evil).contains("Evil");
        for (String user : List.of("analyst", "admin")) {
            for (String way : WAYS) {
                HttpResponse<String> answer = deploy(user, way, Map.of(PROCESS, evil));
                assertThat(answer.statusCode()).as(what + answer.body()).isBetween(400, 500);
                assertThat(answer.body()).as(what).contains("模型不能部署", PROCESS, message);
            }
        }
        nothingNew();
    }

    /** The engine knows more names than one, and more types of tasks than the models use. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "shell | <bpmn:serviceTask id=\"Evil\" name=\"作恶\" camunda:type=\"shell\"><bpmn:extensionElements><camunda:field name=\"command\" stringValue=\"id\"/></bpmn:extensionElements></bpmn:serviceTask> | 不允许 camunda:type",
                "mail | <bpmn:serviceTask id=\"Evil\" name=\"作恶\" camunda:type=\"mail\"/> | 不允许 camunda:type",
                "shell of Activiti | <bpmn:serviceTask xmlns:a=\"http://activiti.org/bpmn\" id=\"Evil\" name=\"作恶\" a:type=\"shell\"><bpmn:extensionElements><a:field name=\"command\" stringValue=\"id\"/></bpmn:extensionElements></bpmn:serviceTask> | Evil (作恶) · 属性 a:type 的命名空间不允许使用：http://activiti.org/bpmn",
                "field of Activiti | <bpmn:serviceTask xmlns:a=\"http://activiti.org/bpmn\" id=\"Evil\" name=\"作恶\" a:type=\"shell\"><bpmn:extensionElements><a:field name=\"command\" stringValue=\"id\"/></bpmn:extensionElements></bpmn:serviceTask> | Evil (作恶) · 元素 a:field 的命名空间不允许使用：http://activiti.org/bpmn",
                "class of Activiti | <bpmn:serviceTask xmlns:a=\"http://activiti.org/bpmn\" id=\"Evil\" name=\"作恶\" a:class=\"javax.swing.JEditorPane\"></bpmn:serviceTask> | Evil (作恶) · 属性 a:class 的命名空间不允许使用：http://activiti.org/bpmn",
                "expression of Activiti | <bpmn:serviceTask xmlns:a=\"http://activiti.org/bpmn\" id=\"Evil\" name=\"作恶\" a:expression=\"${repositoryService}\"></bpmn:serviceTask> | Evil (作恶) · 属性 a:expression 的命名空间不允许使用：http://activiti.org/bpmn",
                "listener of Activiti | <bpmn:manualTask xmlns:a=\"http://activiti.org/bpmn\" id=\"Evil\" name=\"作恶\"><bpmn:extensionElements><a:executionListener event=\"start\" class=\"javax.swing.JEditorPane\"/></bpmn:extensionElements></bpmn:manualTask> | Evil (作恶) · 元素 a:executionListener 的命名空间不允许使用：http://activiti.org/bpmn",
                "task listener of Activiti | <bpmn:userTask xmlns:a=\"http://activiti.org/bpmn\" id=\"Evil\" name=\"作恶\"><bpmn:extensionElements><a:taskListener event=\"create\" class=\"javax.swing.JEditorPane\"/></bpmn:extensionElements></bpmn:userTask> | Evil (作恶) · 元素 a:taskListener 的命名空间不允许使用：http://activiti.org/bpmn",
                "script of Activiti | <bpmn:manualTask xmlns:a=\"http://activiti.org/bpmn\" id=\"Evil\" name=\"作恶\"><bpmn:extensionElements><camunda:executionListener event=\"start\"><a:script scriptFormat=\"juel\">1</a:script></camunda:executionListener></bpmn:extensionElements></bpmn:manualTask> | Evil (作恶) · 元素 a:script 的命名空间不允许使用：http://activiti.org/bpmn",
                "listener of a class | <bpmn:manualTask id=\"Evil\" name=\"作恶\"><bpmn:extensionElements><camunda:executionListener event=\"start\" class=\"javax.swing.JEditorPane\"/></bpmn:extensionElements></bpmn:manualTask> | Evil (作恶) · 监听器不允许 class",
                "task listener of a class | <bpmn:userTask id=\"Evil\" name=\"作恶\"><bpmn:extensionElements><camunda:taskListener event=\"create\" class=\"javax.swing.JEditorPane\" delegateExpression=\"${remindListener}\"/></bpmn:extensionElements></bpmn:userTask> | Evil (作恶) · 监听器不允许 class",
                "task by another name | <dc:serviceTask id=\"Evil\" name=\"作恶\" camunda:delegateExpression=\"${dataSource.getConnection()}\"/> | 文件读不出来",
                "task by no name | <serviceTask id=\"Evil\" name=\"作恶\" camunda:delegateExpression=\"${dataSource.getConnection()}\"/> | 文件读不出来",
                "validator | <bpmn:userTask id=\"Evil\" name=\"作恶\"><bpmn:extensionElements><camunda:formData><camunda:formField id=\"x\" type=\"string\"><camunda:validation><camunda:constraint name=\"validator\" config=\"javax.swing.JEditorPane\"/></camunda:validation></camunda:formField></camunda:formData></bpmn:extensionElements></bpmn:userTask> | 不允许 camunda:formData",
            })
    void no_code_comes_in_by_another_name(String what, String element, String message) {
        String evil = model(PROCESS)
                .replaceFirst("</bpmn:process>", java.util.regex.Matcher.quoteReplacement(element + "</bpmn:process>"));
        assertThat(evil).contains("Evil");
        HttpResponse<String> answer = deploy("analyst", WAYS.get(0), Map.of(PROCESS, evil));
        assertThat(answer.statusCode()).as(what + answer.body()).isEqualTo(400);
        assertThat(answer.body()).as(what).contains("模型不能部署", PROCESS, message);
        nothingNew();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<text>structural</text> | <text>''.getClass().forName('java.lang.Runtime')</text> | 输入只能是一个变量名",
                "<text>\"STRUCTURAL\"</text> | <text>repositoryService.createDeployment()</text> | 输出只能是",
                "<text>true</text> | <text>now() > date and time(\"2026-01-01T00:00:00\")</text> | 不允许用 now()",
                "<text>true</text> | <text>random number() > 0.5</text> | 不允许用 now()、today() 和 random number()",
                "<inputExpression  | <inputExpression expressionLanguage=\"javascript\"  | 不允许指定表达式语言",
                "<inputExpression  | <inputExpression xmlns:a=\"http://activiti.org/bpmn\" a:x=\"y\"  | 属性 a:x 的命名空间不允许使用：http://activiti.org/bpmn",
            })
    void no_code_comes_in_with_a_decision(String from, String to, String message) {
        String good = model(DECISION);
        String evil = good.replace(from, to);
        assertThat(evil).isNotEqualTo(good);
        HttpResponse<String> answer = deploy("analyst", WAYS.get(0), Map.of(DECISION, evil));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("模型不能部署", DECISION, message);
        nothingNew();
    }

    /** What the engine takes for a model by another name, or hands to a browser. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.bpmn20.xml",
                "evilbpmn",
                "evil.cmmn",
                "evil.dmn11.xml",
                "evil.html",
                "evil.js",
                "evil.groovy"
            })
    void nothing_but_models_and_forms_comes_in(String file) {
        HttpResponse<String> answer = deploy("analyst", WAYS.get(0), Map.of(file, model(PROCESS)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(file, "只能部署 .bpmn、.dmn 和 .form 文件");
        nothingNew();
    }

    @Test
    void a_second_file_of_the_same_name_hides_nothing() {
        String evil = model(PROCESS).replace("</bpmn:process>", "<bpmn:scriptTask id=\"Evil\"/></bpmn:process>");
        HttpResponse<String> answer =
                deploy("analyst", WAYS.get(0), Map.of("a/" + PROCESS, evil, "b/" + PROCESS, model(PROCESS)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("有同名文件");
        nothingNew();
    }

    @Test
    void a_mistake_is_told_and_nothing_is_deployed() {
        String mistaken = model(PROCESS).replaceFirst("Delegate}", "Delegat}");
        HttpResponse<String> answer = deploy("analyst", WAYS.get(0), Map.of(PROCESS, mistaken));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("程序里没有名为");
        HttpResponse<String> broken = deploy("analyst", WAYS.get(0), Map.of(PROCESS, "<xml"));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("文件读不出来");
        nothingNew();
    }

    private void nothingNew() {
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    private static String model(String file) {
        String folder = file.equals(PROCESS) ? "quality" : "repair";
        try (InputStream in = DeploymentGuardTest.class.getResourceAsStream("/processes/" + folder + "/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private HttpResponse<String> deploy(String user, String way, Map<String, String> files) {
        WebVisitor visitor = WebVisitor.loggedIn(port, user);
        String boundary = "next-part";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, boundary, "name=\"deployment-name\"", "from outside " + user);
        files.forEach(
                (name, content) -> part(body, boundary, "name=\"" + name + "\"; filename=\"" + name + "\"", content));
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return visitor.send(visitor.withToken(visitor.request(way + "/deployment/create"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String boundary, String what, String content) {
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; " + what + "\r\n\r\n" + content + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
