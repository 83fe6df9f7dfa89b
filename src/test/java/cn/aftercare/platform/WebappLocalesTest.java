package cn.aftercare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares our Chinese locale files with the English ones of the webapp jar, so that an upgrade which adds or drops
 * texts, or a slip in a translation, shows up here and not as a raw key on somebody's screen.
 */
class WebappLocalesTest {

    private static final List<String> APPS = List.of("tasklist", "cockpit", "admin", "welcome");
    private static final String BASE = "META-INF/resources/webjars/camunda/app/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** Interpolations, moment's %d and %s, HTML tags (but not literals such as {@code <null>}), entities. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{[^}]*}}|%[a-z]|</?(?:a|b|br|code|em|i|li|p|span|strong|ul)\\b[^>]*>|&[a-z]+;");

    /** Texts we replace instead of translating; their placeholders go with them. */
    private static final Set<String> REPLACED = Set.of("labels.BANNER_CE_EOL_TEXT");

    /** Proper names, formats and literals, which are the same in Chinese. */
    private static final Set<String> SAME_IN_CHINESE = Set.of("CSV", "JSON", "Optimize", "YYYY-MM-DDTHH:mm:ss", "null");

    /** Ends of composed sentences whose meaning moved into another part of the sentence. */
    private static final Set<String> MOVED = Set.of("labels.REPOSITORY_DEPLOYMENTS_INFO_WHICH_BELONG");

    /** Glossary: English texts that must be translated alike wherever they stand. */
    private static final Map<String, Set<String>> GLOSSARY = glossary();

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyTextOfTheAppIsTranslated(String app) throws IOException {
        Map<String, String> english = leaves(app, "en");
        Map<String, String> chinese = leaves(app, "zh-CN");

        assertThat(missing(english, chinese))
                .as("%s: keys missing in zh-CN.json", app)
                .isEmpty();
        assertThat(missing(chinese, english))
                .as("%s: keys unknown to the app", app)
                .isEmpty();
        assertThat(new ArrayList<>(chinese.keySet()))
                .as("%s: order of keys", app)
                .isEqualTo(new ArrayList<>(english.keySet()));

        List<String> problems = new ArrayList<>();
        english.forEach((key, text) -> {
            String translation = chinese.get(key);
            if (REPLACED.contains(key) || MOVED.contains(key) || isDateFormat(key) || isPluralEnding(text)) {
                return;
            }
            if (text.isBlank() != translation.isBlank()) {
                problems.add(key + ": empty on one side only: '" + text + "' / '" + translation + "'");
            }
            if (!placeholders(text).equals(placeholders(translation))) {
                problems.add(key + ": placeholders differ: '" + text + "' / '" + translation + "'");
            }
            if (LATIN.matcher(withoutPlaceholders(text)).find()
                    && !CHINESE.matcher(translation).find()
                    && !SAME_IN_CHINESE.contains(translation)) {
                problems.add(key + ": not translated: '" + translation + "'");
            }
        });
        assertThat(problems).as("%s: translations", app).isEmpty();
    }

    /** The four apps share many keys (widgets, login, errors), and people switch between the apps. */
    @Test
    void appsAgreeOnTheTextsTheyShare() throws IOException {
        Map<String, Map<String, String>> translations = new TreeMap<>();
        for (String app : APPS) {
            Map<String, String> english = leaves(app, "en");
            Map<String, String> chinese = leaves(app, "zh-CN");
            english.forEach((key, text) -> translations
                    .computeIfAbsent(key + " '" + text + "'", k -> new TreeMap<>())
                    .put(app, String.valueOf(chinese.get(key))));
        }
        List<String> differences = new ArrayList<>();
        translations.forEach((text, byApp) -> {
            if (Set.copyOf(byApp.values()).size() > 1) {
                differences.add(text + " -> " + byApp);
            }
        });
        assertThat(differences).isEmpty();
    }

    @Test
    void glossaryTermsAreTranslatedAlike() throws IOException {
        List<String> differences = new ArrayList<>();
        for (String app : APPS) {
            Map<String, String> chinese = leaves(app, "zh-CN");
            leaves(app, "en").forEach((key, text) -> {
                Set<String> allowed = GLOSSARY.get(normalized(text));
                if (allowed != null && !allowed.contains(normalized(String.valueOf(chinese.get(key))))) {
                    differences.add(
                            app + " " + key + " '" + text + "' -> '" + chinese.get(key) + "', expected " + allowed);
                }
            });
        }
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void configurationOffersOnlyChineseAndItsScriptsExist(String app) throws IOException {
        String path = BASE + app + "/scripts/config.js";
        String config = text(path);

        assertThat(config)
                .contains("export default {", "availableLocales: ['zh-CN']", "fallbackLocale: 'zh-CN'", "工程售后服务");

        // A custom script that cannot be loaded stops the app from booting.
        Matcher list = Pattern.compile("customScripts: \\[([^]]*)]").matcher(config);
        assertThat(list.find()).isTrue();
        for (String script : list.group(1).replaceAll("['\\s]", "").split(",", -1)) {
            String resource = URI.create("/" + BASE + app + "/")
                    .resolve(script + ".js")
                    .getPath()
                    .substring(1);
            assertThat(getClass().getClassLoader().getResource(resource))
                    .as(resource)
                    .isNotNull();
        }
    }

    private static Map<String, Set<String>> glossary() {
        Map<String, Set<String>> terms = new LinkedHashMap<>();
        terms.put("assignee", Set.of("办理人"));
        terms.put("task", Set.of("任务"));
        terms.put("tasks", Set.of("任务"));
        terms.put("user task", Set.of("用户任务"));
        terms.put("user tasks", Set.of("用户任务"));
        terms.put("process definition", Set.of("流程定义"));
        terms.put("process definitions", Set.of("流程定义"));
        terms.put("process instance", Set.of("流程实例"));
        terms.put("process instances", Set.of("流程实例"));
        terms.put("incident", Set.of("异常事件"));
        terms.put("incidents", Set.of("异常事件"));
        terms.put("job", Set.of("作业"));
        terms.put("jobs", Set.of("作业"));
        terms.put("job definition", Set.of("作业定义"));
        terms.put("job definitions", Set.of("作业定义"));
        terms.put("job log", Set.of("作业日志"));
        terms.put("tenant", Set.of("租户", "单位(租户)"));
        terms.put("tenants", Set.of("租户", "单位(租户)"));
        terms.put("filter", Set.of("筛选器", "筛选"));
        terms.put("filters", Set.of("筛选器", "筛选"));
        terms.put("claim", Set.of("认领"));
        terms.put("unclaim", Set.of("取消认领"));
        terms.put("candidate group", Set.of("候选组"));
        terms.put("candidate user", Set.of("候选人"));
        terms.put("due date", Set.of("截止日期"));
        terms.put("follow-up date", Set.of("跟进日期"));
        terms.put("deployment", Set.of("部署"));
        terms.put("deployments", Set.of("部署"));
        terms.put("business key", Set.of("业务编号"));
        terms.put("decision definition", Set.of("决策定义"));
        terms.put("decision definitions", Set.of("决策定义"));
        terms.put("variable", Set.of("变量"));
        terms.put("variables", Set.of("变量"));
        terms.put("batch", Set.of("批处理"));
        terms.put("authorization", Set.of("授权"));
        terms.put("authorizations", Set.of("授权"));
        terms.put("permissions", Set.of("权限"));
        terms.put("resource", Set.of("资源"));
        terms.put("user", Set.of("用户"));
        terms.put("users", Set.of("用户"));
        terms.put("group", Set.of("组"));
        terms.put("groups", Set.of("组"));
        terms.put("suspend", Set.of("挂起"));
        terms.put("suspended", Set.of("已挂起", "挂起"));
        terms.put("activate", Set.of("激活"));
        terms.put("history", Set.of("历史"));
        terms.put("external task", Set.of("外部任务"));
        terms.put("external tasks", Set.of("外部任务"));
        terms.put("dashboard", Set.of("仪表盘"));
        terms.put("log in", Set.of("登录"));
        terms.put("log out", Set.of("退出登录"));
        terms.put("password", Set.of("密码"));
        terms.put("operation log", Set.of("操作日志"));
        terms.put("removal time", Set.of("清除时间"));
        terms.put("version", Set.of("版本"));
        terms.put("priority", Set.of("优先级"));
        terms.put("name", Set.of("名称"));
        terms.put("value", Set.of("值"));
        terms.put("type", Set.of("类型"));
        terms.put("cancel", Set.of("取消"));
        terms.put("close", Set.of("关闭"));
        terms.put("delete", Set.of("删除"));
        terms.put("save", Set.of("保存"));
        return terms;
    }

    /** Formats of moment keep or drop letters as the language needs, but what they show must not be English. */
    private static boolean isDateFormat(String key) {
        return key.startsWith("dateLocales.longDateFormat")
                || key.startsWith("dateLocales.calendar")
                || key.startsWith("dateLocales.week.");
    }

    /** "instance" + "s": Chinese has no plural endings, so these are empty. */
    private static boolean isPluralEnding(String text) {
        return text.equals("s");
    }

    private static Set<String> missing(Map<String, String> from, Map<String, String> in) {
        Set<String> keys = new LinkedHashSet<>(from.keySet());
        keys.removeAll(in.keySet());
        return keys;
    }

    private static String normalized(String text) {
        return text.strip().replaceAll("[:：*]+$", "").toLowerCase(Locale.ROOT);
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group())
                .sorted()
                .toList();
    }

    private static String withoutPlaceholders(String text) {
        return PLACEHOLDER.matcher(text).replaceAll("");
    }

    private static String path(String app, String locale) {
        return BASE + app + "/locales/" + locale + ".json";
    }

    private static Map<String, String> leaves(String app, String locale) throws IOException {
        // The English files start with a byte order mark.
        String json = text(path(app, locale)).replace("\uFEFF", "");
        Map<String, String> leaves = new LinkedHashMap<>();
        collect("", JSON.readTree(json), leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> collect(
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), leaves);
            }
        } else {
            leaves.put(path, node.asText());
        }
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = WebappLocalesTest.class.getClassLoader().getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
