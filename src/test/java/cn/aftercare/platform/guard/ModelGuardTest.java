package cn.aftercare.platform.guard;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.platform.model.ProcessContract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * One correct set of models (src/test/resources/guard), broken in one place per test: the guard names exactly that place.
 */
class ModelGuardTest {

    private static final String SAMPLE = "sample.bpmn";
    private static final String REPAIR = "sample-repair.bpmn";
    private static final String CHARGE = "sample-charge.dmn";
    private static final String START_FORM = "sample-start.form";
    private static final String SURVEY_FORM = "sample-survey.form";

    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, Class<?>> beans = new TreeMap<>(Map.of(
            "notifyOwnerDelegate", JavaDelegate.class,
            "remindEngineerDelegate", JavaDelegate.class,
            "sendQuoteDelegate", JavaDelegate.class,
            "orderMaterialDelegate", JavaDelegate.class,
            "notifyCrewDelegate", JavaDelegate.class,
            "clockEvent", ExecutionListener.class,
            "remindListener", TaskListener.class,
            "sampleStartCompleted", ExecutionListener.class,
            "sampleSurveyCompleted", ExecutionListener.class));
    private final Map<String, ProcessContract> contracts = new TreeMap<>();
    private boolean defaultRetryCycle = true;

    ModelGuardTest() throws IOException {
        for (String file : List.of(SAMPLE, REPAIR, CHARGE, START_FORM, SURVEY_FORM)) {
            try (InputStream in = ModelGuardTest.class.getResourceAsStream("/guard/" + file)) {
                files.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        contract(
                "sample",
                Set.of("caseNo", "unit", "engineer", "dueAt", "severity", "basis", "done"),
                Set.of("paid"),
                Set.of("REFUSED"));
        contract("sample-repair", Set.of("caseNo", "items", "item", "accepted"), Set.of(), Set.of());
    }

    private void contract(String key, Set<String> variables, Set<String> messages, Set<String> errors) {
        contracts.put(key, new ProcessContract() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public Set<String> variables() {
                return variables;
            }

            @Override
            public Set<String> messages() {
                return messages;
            }

            @Override
            public Set<String> errors() {
                return errors;
            }
        });
    }

    private void edit(String file, UnaryOperator<String> change) {
        String before = files.get(file);
        String after = change.apply(before);
        assertThat(after).as("the fixture %s was changed", file).isNotEqualTo(before);
        files.put(file, after);
    }

    private void replace(String file, String from, String to) {
        edit(file, content -> content.replace(from, to));
    }

    private List<String> findings() {
        Map<String, byte[]> models = new TreeMap<>();
        Map<String, byte[]> forms = new TreeMap<>();
        files.forEach((name, content) ->
                (name.endsWith(".form") ? forms : models).put(name, content.getBytes(StandardCharsets.UTF_8)));
        CodeFacts code = new CodeFacts(
                beans,
                contracts,
                Map.of(
                        "sampleStartCompleted",
                        new CodeFacts.Completion("sample-start", Set.of("description", "severity")),
                        "sampleSurveyCompleted",
                        new CodeFacts.Completion("sample-survey", Set.of("cause", "surveyedAt", "room"))),
                Set.of("engineer", "pmd"),
                Map.of("commitment", Set.of("RESPONSE"), "anchor", Set.of("RECEIVED"), "clock", Set.of("PAUSE")),
                defaultRetryCycle);
        return ModelGuard.check(ModelSet.parse(models, forms), code).stream()
                .map(Finding::toString)
                .toList();
    }

    @Test
    void findsNothingInCorrectModels() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void reportsAllFindingsAtOnceSortedByFile() {
        replace(SAMPLE, "${notifyOwnerDelegate}", "${missingDelegate}");
        replace(SAMPLE, "name=\"已结案\"", "name=\"Closed\"");
        replace(REPAIR, " camunda:historyTimeToLive=\"P1825D\"", "");
        assertThat(findings())
                .containsExactly(
                        "sample-repair.bpmn · sample-repair (示例维修) · 缺少 camunda:historyTimeToLive（历史保留时间）",
                        "sample.bpmn · End_Closed (Closed) · 缺少中文名称",
                        "sample.bpmn · Task_NotifyOwner (通知业主) · ID 与 Delegate 名称不对应：Task_NotifyOwner → ${missingDelegate}",
                        "sample.bpmn · Task_NotifyOwner (通知业主) · 程序里没有名为 missingDelegate 的 Delegate");
    }

    @Nested
    class Files {

        @Test
        void aFileIsNamedAfterItsProcess() {
            files.put("other.bpmn", files.remove(SAMPLE));
            assertThat(findings()).containsExactly("other.bpmn · sample (示例流程) · 文件名应与流程 key 相同：sample.bpmn");
        }

        @Test
        void aFileIsNamedAfterItsDecision() {
            files.put("other.dmn", files.remove(CHARGE));
            assertThat(findings()).containsExactly("other.dmn · 文件名应与决策 key 相同：sample-charge.dmn");
        }

        @Test
        void aDecisionKeyIsUsedOnce() {
            files.put("sample-again.dmn", files.get(CHARGE).replace("Definitions_charge", "Definitions_again"));
            assertThat(findings())
                    .containsExactly(
                            "sample-again.dmn · 文件名应与决策 key 相同：sample-charge.dmn",
                            "sample-charge.dmn · sample-charge (示例收费判定) · 决策 key 在 sample-again.dmn 中已经用过");
        }

        @Test
        void processesAreExecutable() {
            replace(SAMPLE, "isExecutable=\"true\"", "isExecutable=\"false\"");
            assertThat(findings()).containsExactly("sample.bpmn · sample (示例流程) · 流程没有设为可执行（isExecutable）");
        }

        @Test
        void decisionsSayHowLongTheirHistoryIsKept() {
            replace(CHARGE, " camunda:historyTimeToLive=\"P1825D\"", "");
            assertThat(findings())
                    .containsExactly(
                            "sample-charge.dmn · sample-charge (示例收费判定) · 缺少 camunda:historyTimeToLive（历史保留时间）");
        }

        @Test
        void whatIsNotXmlIsAFindingToo() {
            files.put("broken.bpmn", "<bpmn:definitions");
            files.put("broken.form", "{");
            assertThat(findings()).hasSize(2).allSatisfy(f -> assertThat(f).startsWith("broken."));
        }
    }

    @Nested
    class Naming {

        @Test
        void elementsHaveChineseNames() {
            replace(SAMPLE, "name=\"通知业主\"", "name=\"Notify\"");
            replace(SAMPLE, " name=\"示例流程\"", "");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Task_NotifyOwner (Notify) · 缺少中文名称", "sample.bpmn · sample · 流程缺少中文名称");
        }

        @Test
        void decisionsHaveChineseNames() {
            replace(CHARGE, "name=\"示例收费判定\"", "name=\"charge\"");
            assertThat(findings()).containsExactly("sample-charge.dmn · sample-charge (charge) · 决策缺少中文名称");
        }

        @Test
        void gatewaysAskAQuestion() {
            replace(SAMPLE, "name=\"是否无偿？\"", "name=\"收费判断\"");
            assertThat(findings()).containsExactly("sample.bpmn · Gateway_Free (收费判断) · 分支网关的名称应是以“？”结尾的问题");
        }

        @Test
        void anAsciiQuestionMarkIsAQuestionToo() {
            replace(SAMPLE, "name=\"是否无偿？\"", "name=\"是否无偿?\"");
            assertThat(findings()).isEmpty();
        }

        @Test
        void flowsAfterAGatewayAnswerIt() {
            replace(SAMPLE, " name=\"有偿\"", "");
            assertThat(findings()).containsExactly("sample.bpmn · Flow_Paid · 网关“是否无偿？”之后的连线缺少中文名称（问题的答案）");
        }

        @Test
        void idsSayWhatAnElementIs() {
            replace(SAMPLE, "End_Reminded", "Activity_0x1");
            assertThat(findings()).containsExactly("sample.bpmn · Activity_0x1 (已提醒) · 元素 ID 应为英文，以 End_ 或 Event_ 开头");
        }

        @Test
        void idsAreEnglish() {
            replace(SAMPLE, "End_Reminded", "End_已提醒");
            assertThat(findings()).containsExactly("sample.bpmn · End_已提醒 (已提醒) · 元素 ID 应为英文，以 End_ 或 Event_ 开头");
        }
    }

    @Nested
    class Diagram {

        @Test
        void everyElementIsDrawn() {
            edit(SAMPLE, s -> s.replaceAll("<bpmndi:BPMNShape id=\"Task_Survey_di\".*", ""));
            assertThat(findings()).containsExactly("sample.bpmn · Task_Survey (现场勘查) · 图上没有画出来（缺少 BPMNDI 图形）");
        }

        @Test
        void everyFlowIsDrawn() {
            edit(SAMPLE, s -> s.replaceAll("<bpmndi:BPMNEdge id=\"Flow_9_di\".*", ""));
            assertThat(findings()).containsExactly("sample.bpmn · Flow_9 · 图上没有画出来（缺少 BPMNDI 图形）");
        }

        @Test
        void severalDecisionsInOneFileAreDrawn() {
            files.remove(CHARGE);
            files.put("sample-rules.dmn", """
                    <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="sample-rules" name="规则"
                        xmlns:camunda="http://camunda.org/schema/1.0/dmn" namespace="x">
                      <decision id="sample-charge" name="收费" camunda:historyTimeToLive="P1D">
                        <informationRequirement id="R"><requiredDecision href="#sample-scope" /></informationRequirement>
                        <literalExpression id="L1"><text>scope</text></literalExpression>
                      </decision>
                      <decision id="sample-scope" name="范围" camunda:historyTimeToLive="P1D">
                        <variable id="V" name="scope" />
                        <literalExpression id="L2"><text>severity</text></literalExpression>
                      </decision>
                    </definitions>
                    """);
            assertThat(findings())
                    .containsExactly(
                            "sample-rules.dmn · sample-charge (收费) · 图上没有画出来（缺少 DMNDI 图形）",
                            "sample-rules.dmn · sample-scope (范围) · 图上没有画出来（缺少 DMNDI 图形）");
        }
    }

    @Nested
    class Delegates {

        @Test
        void aServiceTaskNeedsADelegate() {
            replace(SAMPLE, " camunda:delegateExpression=\"${notifyOwnerDelegate}\"", "");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Task_NotifyOwner (通知业主) · 缺少 camunda:delegateExpression（由哪个 Delegate 执行）");
        }

        @Test
        void theDelegateExists() {
            beans.remove("notifyOwnerDelegate");
            assertThat(findings())
                    .containsExactly("sample.bpmn · Task_NotifyOwner (通知业主) · 程序里没有名为 notifyOwnerDelegate 的 Delegate");
        }

        @Test
        void theDelegateIsOne() {
            beans.put("notifyOwnerDelegate", String.class);
            assertThat(findings())
                    .containsExactly("sample.bpmn · Task_NotifyOwner (通知业主) · notifyOwnerDelegate 不是 JavaDelegate");
        }

        @Test
        void onlyABeanNameIsAllowed() {
            replace(SAMPLE, "${sendQuoteDelegate}", "${sendQuoteDelegate.run()}");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Event_QuoteSent (报价已发出) · delegateExpression 只能写 ${beanName}，现在是 ${sendQuoteDelegate.run()}");
        }

        @Test
        void theIdNamesTheDelegate() {
            replace(SAMPLE, "Task_NotifyOwner", "Task_TellOwner");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Task_TellOwner (通知业主) · ID 与 Delegate 名称不对应：Task_TellOwner → ${notifyOwnerDelegate}");
        }

        @Test
        void theEndOfTheIdIsEnough() {
            replace(SAMPLE, "Task_NotifyOwner", "Task_FinallyNotifyOwner");
            assertThat(findings()).isEmpty();
        }

        @Test
        void sendTasksAndMessageEventsNeedDelegatesToo() {
            replace(SAMPLE, " camunda:delegateExpression=\"${remindEngineerDelegate}\"", "");
            replace(SAMPLE, " camunda:delegateExpression=\"${sendQuoteDelegate}\"", "");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Event_QuoteSent (报价已发出) · 缺少 camunda:delegateExpression（由哪个 Delegate 执行）",
                            "sample.bpmn · Task_RemindEngineer (提醒工程师) · 缺少 camunda:delegateExpression（由哪个 Delegate 执行）");
        }

        @Test
        void aRuleTaskWithoutDecisionNeedsADelegate() {
            replace(SAMPLE, " camunda:decisionRef=\"sample-charge\"", "");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Task_DecideCharge (判定收费) · 缺少 camunda:delegateExpression（由哪个 Delegate 执行）");
        }

        @Test
        void signalsAndEscalationsAreNamed() {
            edit(
                    SAMPLE,
                    s -> s.replaceAll(
                            "<bpmn:messageEventDefinition id=\"Throw.*", "<bpmn:signalEventDefinition id=\"S\" />"));
            edit(
                    SAMPLE,
                    s -> s.replaceAll(
                            "(?s)(<bpmn:endEvent id=\"End_Reminded\".*?)</bpmn:endEvent>",
                            "$1<bpmn:escalationEventDefinition id=\"E\" /></bpmn:endEvent>"));
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · End_Reminded (已提醒) · 没有选择要发出的升级（escalationRef 和 escalationCode）",
                            "sample.bpmn · Event_QuoteSent (报价已发出) · 没有选择要发出的信号（signalRef）");
        }

        @Test
        void everyTaskHasAType() {
            edit(
                    SAMPLE,
                    s -> s.replaceAll("<bpmn:sendTask (.*?) camunda:delegateExpression=\"[^\"]*\"", "<bpmn:task $1")
                            .replace("</bpmn:sendTask>", "</bpmn:task>"));
            assertThat(findings())
                    .containsExactly("sample.bpmn · Task_RemindEngineer (提醒工程师) · 任务没有选类型（用户任务、服务任务……），运行时会直接跳过");
        }
    }

    @Nested
    class Scripts {

        @Test
        void noClasses() {
            replace(SAMPLE, "camunda:delegateExpression=\"${remindEngineerDelegate}\"", "camunda:class=\"a.B\"");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Task_RemindEngineer (提醒工程师) · 不允许 camunda:class，请用 camunda:delegateExpression",
                            "sample.bpmn · Task_RemindEngineer (提醒工程师) · 缺少 camunda:delegateExpression（由哪个 Delegate 执行）");
        }

        @Test
        void noMethodExpressions() {
            replace(
                    SAMPLE,
                    "<bpmn:sendTask ",
                    "<bpmn:sendTask camunda:expression=\"${execution.processBusinessKey}\" ");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Task_RemindEngineer (提醒工程师) · 不允许 camunda:expression，请用 camunda:delegateExpression");
        }

        @Test
        void noTasksOfABuiltInType() {
            replace(SAMPLE, "<bpmn:sendTask ", "<bpmn:sendTask camunda:type=\"shell\" ");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Task_RemindEngineer (提醒工程师) · 不允许 camunda:type（外部任务、邮件、命令行），请用 camunda:delegateExpression");
        }

        @Test
        void noFormsInTheModel() {
            replace(
                    SAMPLE,
                    "<camunda:taskListener ",
                    "<camunda:formData><camunda:formField id=\"x\" /></camunda:formData><camunda:taskListener ");
            assertThat(findings())
                    .containsExactly("sample.bpmn · Task_Survey (现场勘查) · 不允许 camunda:formData，请用 camunda:formKey");
        }

        @Test
        void noScriptTasks() {
            edit(
                    SAMPLE,
                    s -> s.replaceAll(
                                    "<bpmn:sendTask (.*?) camunda:delegateExpression=\"[^\"]*\"",
                                    "<bpmn:scriptTask $1 scriptFormat=\"groovy\"")
                            .replace("</bpmn:sendTask>", "</bpmn:scriptTask>"));
            assertThat(findings()).containsExactly("sample.bpmn · Task_RemindEngineer (提醒工程师) · 不允许脚本任务");
        }

        @Test
        void noScriptsInListeners() {
            replace(
                    SAMPLE,
                    "<camunda:executionListener delegateExpression=\"${clockEvent}\" event=\"start\" />",
                    "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:executionListener>");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Event_ClockStarted (开始计时) · 不允许脚本（script）",
                            "sample.bpmn · Event_ClockStarted (开始计时) · 监听器缺少 delegateExpression");
        }

        @Test
        void noScriptConditions() {
            replace(SAMPLE, "<bpmn:conditionExpression ", "<bpmn:conditionExpression language=\"groovy\" ");
            assertThat(findings()).containsExactly("sample.bpmn · Flow_Free (无偿) · 条件不允许用脚本（language）");
        }
    }

    /** The engine reads more names than one for the same thing. */
    @Nested
    class Namespaces {

        private static final String ACTIVITI = "xmlns:a=\"http://activiti.org/bpmn\"";

        @Test
        void ofAttributesAreKnown() {
            replace(SAMPLE, "<bpmn:sendTask ", "<bpmn:sendTask " + ACTIVITI + " a:type=\"shell\" ");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Task_RemindEngineer (提醒工程师) · 属性 a:type 的命名空间不允许使用：http://activiti.org/bpmn");
        }

        @Test
        void ofElementsAreKnown() {
            replace(
                    SAMPLE,
                    "<camunda:properties>",
                    "<a:executionListener " + ACTIVITI + " event=\"start\" class=\"a.B\" /><camunda:properties>");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Event_ClockStarted (开始计时) · 元素 a:executionListener 的命名空间不允许使用：http://activiti.org/bpmn");
        }

        @Test
        void ofDecisionsAreKnown() {
            replace(
                    CHARGE,
                    "<inputEntry id=\"Entry_1\">",
                    "<inputEntry xmlns:a=\"a:b\" a:c=\"d\" id=\"Entry_1\"><extensionElements><a:e id=\"Extra\" /></extensionElements>");
            assertThat(findings())
                    .containsExactly(
                            "sample-charge.dmn · Entry_1 · 属性 a:c 的命名空间不允许使用：a:b",
                            "sample-charge.dmn · Extra · 元素 a:e 的命名空间不允许使用：a:b");
        }

        @Test
        void ofTheModelerAreKnown() {
            replace(
                    SAMPLE,
                    "<bpmn:definitions ",
                    "<bpmn:definitions xmlns:modeler=\"http://camunda.org/schema/modeler/1.0\" modeler:executionPlatform=\"Camunda Platform\" ");
            replace(
                    SAMPLE,
                    "<bpmndi:BPMNShape ",
                    "<bpmndi:BPMNShape xmlns:bioc=\"http://bpmn.io/schema/bpmn/biocolor/1.0\" bioc:stroke=\"#831311\" ");
            replace(
                    CHARGE,
                    "<input id=",
                    "<input xmlns:biodi=\"http://bpmn.io/schema/dmn/biodi/2.0\" biodi:width=\"192\" id=");
            assertThat(findings()).isEmpty();
        }
    }

    @Nested
    class Listeners {

        @Test
        void haveNoOtherCodeBesideTheBean() {
            replace(
                    SAMPLE,
                    "delegateExpression=\"${clockEvent}\"",
                    "class=\"a.B\" delegateExpression=\"${clockEvent}\"");
            replace(
                    SAMPLE,
                    "delegateExpression=\"${remindListener}\"",
                    "expression=\"${done}\" delegateExpression=\"${remindListener}\"");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Event_ClockStarted (开始计时) · 监听器不允许 class，请用 delegateExpression",
                            "sample.bpmn · Task_Survey (现场勘查) · 监听器不允许 expression，请用 delegateExpression");
        }

        @Test
        void exist() {
            replace(SAMPLE, "${clockEvent}", "${otherListener}");
            assertThat(findings())
                    .containsExactly("sample.bpmn · Event_ClockStarted (开始计时) · 程序里没有名为 otherListener 的监听器");
        }

        @Test
        void areOfTheRightKind() {
            replace(SAMPLE, "${remindListener}", "${clockEvent}");
            replace(SAMPLE, "${clockEvent}\" event=\"start\"", "${remindListener}\" event=\"start\"");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Event_ClockStarted (开始计时) · remindListener 不是 ExecutionListener",
                            "sample.bpmn · Task_Survey (现场勘查) · clockEvent 不是 TaskListener");
        }

        @Test
        void areNamedByBean() {
            replace(SAMPLE, "${clockEvent}", "${clock.listener}");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Event_ClockStarted (开始计时) · 监听器的 delegateExpression 只能写 ${beanName}，现在是 ${clock.listener}");
        }
    }

    @Nested
    class TaskForms {

        @Test
        void everyUserTaskHasAForm() {
            replace(SAMPLE, " camunda:formKey=\"camunda-forms:/forms/sample-survey/${task.id}/caseNo\"", "");
            assertThat(findings())
                    .containsExactly(
                            "sample-survey.form · 没有任何流程使用这张表单",
                            "sample.bpmn · Task_Survey (现场勘查) · 用户任务缺少表单（camunda:formKey）");
        }

        @Test
        void theFormKeyCarriesTheCase() {
            replace(SAMPLE, "/sample-survey/${task.id}/caseNo", "/sample-survey");
            assertThat(findings())
                    .containsExactly(
                            "sample-survey.form · 没有任何流程使用这张表单",
                            "sample.bpmn · Task_Survey (现场勘查) · formKey 应为 camunda-forms:/forms/<表单>/${task.id}/caseNo（或 commitmentId 等），现在是 camunda-forms:/forms/sample-survey");
        }

        @Test
        void aStartFormHasNoCaseYet() {
            replace(SAMPLE, "/sample-start\"", "/sample-start/${caseNo}\"");
            assertThat(findings())
                    .containsExactly(
                            "sample-start.form · 没有任何流程使用这张表单",
                            "sample.bpmn · Start_Report (收到报修) · formKey 应为 camunda-forms:/forms/<表单>，现在是 camunda-forms:/forms/sample-start/${caseNo}");
        }

        @Test
        void theFormExists() {
            files.remove(START_FORM);
            assertThat(findings()).containsExactly("sample.bpmn · Start_Report (收到报修) · 表单文件 sample-start.form 不存在");
        }

        @Test
        void somebodyReadsIt() {
            replace(SAMPLE, "${sampleSurveyCompleted}", "${clockEvent}");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Task_Survey (现场勘查) · 表单 sample-survey 需要恰好一个 end 监听器（*Completed）接收填写内容，现在有 0 个");
        }

        @Test
        void whoReadsItReadsThisForm() {
            replace(SAMPLE, "${sampleSurveyCompleted}", "${sampleStartCompleted}");
            assertThat(findings())
                    .containsExactly("sample.bpmn · Task_Survey (现场勘查) · 表单是 sample-survey，监听器接收的却是表单 sample-start");
        }

        @Test
        void formAndCodeKnowTheSameFields() {
            replace(SURVEY_FORM, "\"key\": \"cause\"", "\"key\": \"reason\"");
            assertThat(findings())
                    .containsExactly(
                            "sample-survey.form · cause · 程序要读取这个字段，表单里却没有（或已 disabled）",
                            "sample-survey.form · reason · 程序不接收这个字段，填写的内容会丢失（只展示的字段请设为 disabled）");
        }

        @Test
        void formRefIsNotUsed() {
            replace(SAMPLE, "<bpmn:userTask ", "<bpmn:userTask camunda:formRef=\"sample-survey\" ");
            assertThat(findings())
                    .containsExactly("sample.bpmn · Task_Survey (现场勘查) · 不使用 camunda:formRef，请用 camunda:formKey");
        }
    }

    @Nested
    class FormFiles {

        @Test
        void carryTheirOwnId() {
            replace(SURVEY_FORM, "\"id\": \"sample-survey\"", "\"id\": \"other\"");
            assertThat(findings()).containsExactly("sample-survey.form · 表单 id 应与文件名相同：sample-survey");
        }

        @Test
        void areUsed() {
            files.put("unused.form", "{\"id\":\"unused\",\"components\":[]}");
            assertThat(findings()).containsExactly("unused.form · 没有任何流程使用这张表单");
        }

        @Test
        void limitFreeText() {
            replace(SURVEY_FORM, "\"maxLength\": 4000", "\"maxLength\": 4001");
            replace(START_FORM, ", \"maxLength\": 500", "");
            assertThat(findings())
                    .containsExactly(
                            "sample-start.form · description (问题描述) · 文本字段要设 validate.maxLength，不超过 4000",
                            "sample-survey.form · cause (原因) · 文本字段要设 validate.maxLength，不超过 4000");
        }

        @Test
        void haveNoFilepicker() {
            replace(
                    SURVEY_FORM,
                    "\"components\": [\n    {",
                    "\"components\": [\n    { \"type\": \"filepicker\", \"key\": \"photo\", \"label\": \"照片\" }, {");
            assertThat(findings())
                    .containsExactly("sample-survey.form · photo (照片) · 不允许文件选择（filepicker），任务列表打不开这样的表单");
        }

        @Test
        void haveChineseLabels() {
            replace(SURVEY_FORM, "\"label\": \"房间\"", "\"label\": \"Room\"");
            replace(SURVEY_FORM, "\"timeLabel\": \"勘查时间\"", "\"timeLabel\": \"Time\"");
            replace(SURVEY_FORM, "工单 {{caseNo}}", "Case {{caseNo}}");
            replace(START_FORM, "\"label\": \"大修\"", "\"label\": \"MAJOR\"");
            assertThat(findings())
                    .containsExactly(
                            "sample-start.form · severity (程度) · 选项缺少中文标签：MAJOR",
                            "sample-survey.form · Field_1 · 文字应为中文",
                            "sample-survey.form · room (Room) · 字段缺少中文标签",
                            "sample-survey.form · surveyedAt (勘查日期) · timeLabel 应为中文：Time");
        }

        @Test
        void useEachKeyOnce() {
            replace(
                    SURVEY_FORM,
                    "\"key\": \"projectName\", \"label\": \"项目\", \"disabled\": true",
                    "\"key\": \"cause\", \"label\": \"项目\", \"validate\": { \"maxLength\": 10 }");
            assertThat(findings()).containsExactly("sample-survey.form · cause · 字段 key 重复");
        }

        @Test
        void offerChoices() {
            replace(SURVEY_FORM, ", \"valuesKey\": \"rooms\"", "");
            replace(START_FORM, "\"value\": \"MAJOR\"", "\"value\": \"MINOR\"");
            assertThat(findings())
                    .containsExactly(
                            "sample-start.form · severity (程度) · 选项的值为空或重复：大修",
                            "sample-survey.form · room (房间) · 没有可选项（values、valuesKey 或 valuesExpression）");
        }
    }

    @Nested
    class Assignment {

        @Test
        void everyUserTaskIsOfferedToARole() {
            replace(SAMPLE, " camunda:candidateGroups=\"${unit}-engineer,hq-pmd\"", "");
            assertThat(findings())
                    .containsExactly("sample.bpmn · Task_Survey (现场勘查) · 用户任务缺少 camunda:candidateGroups（由哪个岗位办理）");
        }

        @Test
        void theRoleExists() {
            replace(SAMPLE, "hq-pmd", "hq-boss");
            assertThat(findings()).containsExactly("sample.bpmn · Task_Survey (现场勘查) · 没有岗位 boss");
        }

        @Test
        void theUnitIsTheCasesOwnOrHeadquarters() {
            replace(SAMPLE, "hq-pmd", "nanjing-pmd");
            assertThat(findings())
                    .containsExactly("sample.bpmn · Task_Survey (现场勘查) · 候选组应为 ${unit}-<岗位> 或 hq-<岗位>，现在是 nanjing-pmd");
        }

        @Test
        void aPersonIsNamedByVariable() {
            replace(
                    SAMPLE,
                    "camunda:assignee=\"${engineer}\"",
                    "camunda:assignee=\"wang\" camunda:candidateUsers=\"li\"");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Task_Survey (现场勘查) · camunda:assignee 只能是 ${变量}，现在是 wang",
                            "sample.bpmn · Task_Survey (现场勘查) · 不使用 camunda:candidateUsers，请用 candidateGroups");
        }
    }

    @Nested
    class Variables {

        @Test
        void inTimersAndAttributesAreDeclared() {
            replace(SAMPLE, "${dueAt}", "${dueDate}");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Event_SurveyDue (勘查到期) · 变量 dueDate 没有在 流程契约 中声明",
                            "sample.bpmn · Task_Survey (现场勘查) · 变量 dueDate 没有在 流程契约 中声明");
        }

        @Test
        void inConditionsAreDeclared() {
            replace(SAMPLE, "${basis == 'FREE'}", "${!free}");
            assertThat(findings()).containsExactly("sample.bpmn · Flow_Free (无偿) · 变量 free 没有在 流程契约 中声明");
        }

        @Test
        void inLoopsAreDeclared() {
            replace(REPAIR, "camunda:elementVariable=\"item\"", "camunda:elementVariable=\"part\"");
            replace(REPAIR, "${nrOfCompletedInstances == nrOfInstances}", "${stop}");
            assertThat(findings())
                    .containsExactly(
                            "sample-repair.bpmn · Task_OrderMaterial (订购材料) · 变量 part 没有在 流程契约 中声明",
                            "sample-repair.bpmn · Task_OrderMaterial (订购材料) · 变量 stop 没有在 流程契约 中声明");
        }

        @Test
        void areNotFetchedByMethod() {
            replace(
                    SAMPLE,
                    "camunda:assignee=\"${engineer}\"",
                    "camunda:priority=\"${execution.getVariable('engineer')}\"");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Task_Survey (现场勘查) · 表达式只能是变量名或与取值的比较，不能调用方法、取属性或计算：${execution.getVariable('engineer')}");
        }
    }

    @Nested
    class Conditions {

        @Test
        void areTrivial() {
            replace(SAMPLE, "${basis == 'FREE'}", "${done &amp;&amp; basis == 'FREE'}");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Flow_Free (无偿) · 条件只能是 ${标志}、${!标志} 或 ${变量 == '取值'}，现在是 ${done && basis == 'FREE'}");
        }

        @Test
        void mayBeAFlagOrItsNegation() {
            replace(SAMPLE, "${basis == 'FREE'}", "${!done}");
            assertThat(findings()).isEmpty();
            replace(SAMPLE, "${!done}", "${done}");
            assertThat(findings()).isEmpty();
        }

        @Test
        void aGatewayHasAWayOut() {
            replace(SAMPLE, " default=\"Flow_Paid\"", "");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Flow_Paid (有偿) · 连线缺少条件，又不是默认连线",
                            "sample.bpmn · Gateway_Free (是否无偿？) · 分支网关没有默认连线（default）");
        }

        @Test
        void theWayOutIsUnconditional() {
            replace(SAMPLE, " default=\"Flow_Paid\"", " default=\"Flow_Free\"");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Flow_Free (无偿) · 默认连线不应带条件",
                            "sample.bpmn · Flow_Paid (有偿) · 连线缺少条件，又不是默认连线");
        }

        @Test
        void standAfterGateways() {
            replace(
                    SAMPLE,
                    "sourceRef=\"Event_Paid\" targetRef=\"End_Closed\" />",
                    "sourceRef=\"Event_Paid\" targetRef=\"End_Closed\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${done}</bpmn:conditionExpression></bpmn:sequenceFlow>");
            assertThat(findings()).containsExactly("sample.bpmn · Flow_9 · 条件只写在网关之后的连线上");
        }
    }

    @Nested
    class Calls {

        @Test
        void theCalledProcessExists() {
            replace(SAMPLE, "calledElement=\"sample-repair\"", "calledElement=\"other\"");
            assertThat(findings()).containsExactly("sample.bpmn · Call_Repair (维修实施) · 调用的流程不存在：other");
        }

        @Test
        void theCaseNumberIsPassed() {
            replace(SAMPLE, "<camunda:in businessKey=\"#{execution.processBusinessKey}\" />", "");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Call_Repair (维修实施) · 没有传递业务编号：<camunda:in businessKey=\"#{execution.processBusinessKey}\" />");
        }

        @Test
        void bothSidesKnowTheVariables() {
            replace(SAMPLE, "source=\"caseNo\" target=\"caseNo\"", "source=\"severity\" target=\"severity\"");
            replace(
                    SAMPLE,
                    "source=\"accepted\" target=\"done\"",
                    "sourceExpression=\"${accepted}\" target=\"accepted\"");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Call_Repair (维修实施) · 变量 accepted 没有在 流程契约 中声明",
                            "sample.bpmn · Call_Repair (维修实施) · 变量 severity 没有在 流程契约 中声明");
        }

        @Test
        void variablesAreMappedOneByOne() {
            replace(SAMPLE, "<camunda:in source=\"caseNo\" target=\"caseNo\" />", "<camunda:in variables=\"all\" />");
            assertThat(findings()).containsExactly("sample.bpmn · Call_Repair (维修实施) · 映射要逐个写出变量，不能 variables=\"all\"");
        }

        @Test
        void theLatestVersionIsCalled() {
            replace(
                    SAMPLE,
                    "calledElement=\"sample-repair\"",
                    "calledElement=\"sample-repair\" camunda:calledElementBinding=\"deployment\"");
            assertThat(findings())
                    .containsExactly("sample.bpmn · Call_Repair (维修实施) · 调用流程只能绑定最新版本（calledElementBinding=latest）");
        }
    }

    @Nested
    class Decisions {

        @Test
        void exist() {
            replace(SAMPLE, "camunda:decisionRef=\"sample-charge\"", "camunda:decisionRef=\"other\"");
            assertThat(findings()).containsExactly("sample.bpmn · Task_DecideCharge (判定收费) · 决策不存在：other");
        }

        @Test
        void areFedFromDeclaredVariables() {
            replace(CHARGE, "<text>severity</text>", "<text>scope</text>");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Task_DecideCharge (判定收费) · 决策 sample-charge 的输入 scope 没有在 流程契约 中声明");
        }

        @Test
        void keepTheirResult() {
            replace(SAMPLE, " camunda:resultVariable=\"basis\"", "");
            assertThat(findings())
                    .containsExactly("sample.bpmn · Task_DecideCharge (判定收费) · 决策结果没有去处，缺少 camunda:resultVariable");
        }

        @Test
        void keepItInADeclaredVariable() {
            replace(SAMPLE, " camunda:resultVariable=\"basis\"", " camunda:resultVariable=\"result\"");
            assertThat(findings()).containsExactly("sample.bpmn · Task_DecideCharge (判定收费) · 变量 result 没有在 流程契约 中声明");
        }

        @Test
        void areTheLatestVersion() {
            replace(
                    SAMPLE,
                    "camunda:decisionRef=\"sample-charge\"",
                    "camunda:decisionRef=\"sample-charge\" camunda:decisionRefBinding=\"deployment\"");
            assertThat(findings())
                    .containsExactly("sample.bpmn · Task_DecideCharge (判定收费) · 决策只能绑定最新版本（decisionRefBinding=latest）");
        }
    }

    @Nested
    class MessagesAndErrors {

        @Test
        void aMessageAwaitedIsSent() {
            replace(SAMPLE, "name=\"paid\"", "name=\"payment\"");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Event_Paid (已付款) · 消息 payment 没有在 流程契约 中声明，没有人会发送它",
                            "sample.bpmn · sample (示例流程) · 程序会发送消息 paid（流程契约），流程里没有接收它的事件");
        }

        @Test
        void aMessageEventNamesItsMessage() {
            replace(SAMPLE, " messageRef=\"Message_Paid\"", "");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Event_Paid (已付款) · 没有选择要等待的消息",
                            "sample.bpmn · sample (示例流程) · 程序会发送消息 paid（流程契约），流程里没有接收它的事件");
        }

        @Test
        void aMessageThrownIsAwaitedSomewhere() {
            replace(SAMPLE, "id=\"Throw_QuoteSent\"", "id=\"Throw_QuoteSent\" messageRef=\"Message_Notice\"");
            assertThat(findings()).containsExactly("sample.bpmn · Event_QuoteSent (报价已发出) · 没有流程声明接收消息 notice");
        }

        @Test
        void anErrorCaughtIsDeclaredAndTheOtherWayRound() {
            replace(SAMPLE, "errorCode=\"REFUSED\"", "errorCode=\"DECLINED\"");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Event_Refused (业主拒绝) · 错误 DECLINED 没有在 流程契约 中声明",
                            "sample.bpmn · sample (示例流程) · 程序会抛出错误 REFUSED（流程契约），流程里没有处理它的事件");
        }

        @Test
        void anErrorHasACode() {
            replace(SAMPLE, " errorCode=\"REFUSED\"", "");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Event_Refused (业主拒绝) · 没有选择错误，或错误没有 errorCode",
                            "sample.bpmn · sample (示例流程) · 程序会抛出错误 REFUSED（流程契约），流程里没有处理它的事件");
        }
    }

    @Nested
    class Jobs {

        @Test
        void clocksNamePromisesAndAnchors() {
            replace(SAMPLE, "value=\"RESPONSE\"", "value=\"ANSWER\"");
            replace(SAMPLE, "value=\"RECEIVED\"", "value=\"NOTICED\"");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Event_ClockStarted (开始计时) · 没有名为 ANSWER 的服务承诺（扩展属性 commitment）",
                            "sample.bpmn · Event_ClockStarted (开始计时) · 没有名为 NOTICED 的计时起点（扩展属性 anchor）");
        }

        @Test
        void severalPromisesAreEachKnown() {
            replace(SAMPLE, "value=\"RESPONSE\"", "value=\"RESPONSE,ANSWER\"");
            assertThat(findings())
                    .containsExactly("sample.bpmn · Event_ClockStarted (开始计时) · 没有名为 ANSWER 的服务承诺（扩展属性 commitment）");
        }

        @Test
        void onlyKnownPropertiesAreWritten() {
            replace(SAMPLE, "name=\"anchor\"", "name=\"anker\"");
            assertThat(findings()).containsExactly("sample.bpmn · Event_ClockStarted (开始计时) · 程序不认识扩展属性 anker");
        }

        @Test
        void aClockEventIsListenedTo() {
            replace(SAMPLE, "<camunda:executionListener delegateExpression=\"${clockEvent}\" event=\"start\" />", "");
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Event_ClockStarted (开始计时) · 计时事件缺少监听器 ${clockEvent}（start），不会有任何作用");
        }

        @Test
        void aClockEventSaysWhatItDoes() {
            edit(SAMPLE, xml -> xml.replaceAll("(?s)<camunda:properties>.*?</camunda:properties>", ""));
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Event_ClockStarted (开始计时) · 计时事件没有说明做什么（扩展属性 anchor、commitment 或 clock）");
        }

        @Test
        void jobsAreRetried() {
            defaultRetryCycle = false;
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · Event_SurveyDue (勘查到期) · 异步或定时元素没有重试周期（camunda:failedJobRetryTimeCycle）",
                            "sample.bpmn · Task_NotifyOwner (通知业主) · 异步或定时元素没有重试周期（camunda:failedJobRetryTimeCycle）");
        }

        @Test
        void aModelMaySayHowItIsRetried() {
            defaultRetryCycle = false;
            String cycle =
                    "<bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R3/PT1M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>";
            edit(
                    SAMPLE,
                    s -> s.replaceAll("(<bpmn:(?:serviceTask|boundaryEvent id=\"Event_SurveyDue).*>)", "$1" + cycle));
            assertThat(findings()).isEmpty();
        }

        @Test
        void noSavePointBeforeWaiting() {
            replace(SAMPLE, "<bpmn:userTask ", "<bpmn:userTask camunda:asyncBefore=\"true\" ");
            assertThat(findings()).containsExactly("sample.bpmn · Task_Survey (现场勘查) · 等待的元素之前不设保存点（asyncBefore）");
        }
    }

    @Nested
    class Contracts {

        @Test
        void everyProcessHasOne() {
            contracts.remove("sample-repair");
            assertThat(findings())
                    .containsExactly("sample-repair.bpmn · sample-repair (示例维修) · 程序里没有这个流程的 ProcessContract");
        }

        @Test
        void everyContractHasItsProcess() {
            contract("sample-gone", Set.of(), Set.of(), Set.of());
            assertThat(findings()).containsExactly("sample-gone.bpmn · 文件不存在，而程序需要这个流程（流程契约）");
        }
    }

    @Nested
    class Reachability {

        @Test
        void everythingIsReachedFromTheStart() {
            edit(SAMPLE, s -> s.replaceAll(".*\"Flow_6(_di)?\".*\n", "").replaceAll(".*>Flow_6<.*\n", ""));
            assertThat(findings())
                    .containsExactly(
                            "sample.bpmn · End_Reminded (已提醒) · 从开始事件走不到这里",
                            "sample.bpmn · Event_SurveyDue (勘查到期) · 从这里走不到结束事件",
                            "sample.bpmn · Task_RemindEngineer (提醒工程师) · 从这里走不到结束事件");
        }
    }
}
