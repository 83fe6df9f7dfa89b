package cn.aftercare.organisation.process;

import cn.aftercare.platform.tasks.FilterExpressions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The lists Tasklist offers, the first one opening; what a person may see in them is the engine's to decide. */
@Component
class TasklistFilters {

    private final FilterService filters;
    private final TaskService tasks;

    TasklistFilters(FilterService filters, TaskService tasks) {
        this.filters = filters;
        this.tasks = tasks;
    }

    void ensure() {
        ensure("我的任务", "分派给我的任务", 0, "#2563eb", query().taskAssigneeExpression(FilterExpressions.ME));
        ensure(
                "本组待办",
                "本组尚无人认领的任务",
                10,
                "#0d9488",
                query().taskCandidateGroupInExpression(FilterExpressions.MY_GROUPS));
        ensure(
                "今日到期",
                "今天24:00前到期的任务",
                20,
                "#d97706",
                query().dueAfterExpression(FilterExpressions.START_OF_DAY)
                        .dueBeforeExpression(FilterExpressions.JUST_AFTER_MIDNIGHT));
        ensure("已超时", "已过期限的任务", 30, "#dc2626", query().dueBeforeExpression(FilterExpressions.NOW));
        // By name, as people know them: promises, visits, checks and reports each have such tasks in a model of their
        // own.
        ensure("督办", "超时后需要督办的事项", 40, "#7c3aed", query().taskNameLike("督办%"));
    }

    private TaskQuery query() {
        return tasks.createTaskQuery();
    }

    private void ensure(String name, String description, int priority, String colour, TaskQuery query) {
        if (filters.createFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("description", description);
        properties.put("priority", priority);
        properties.put("color", colour);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        properties.put(
                "variables", List.of(card("caseNo", "案件编号"), card("projectName", "项目"), card("commitmentText", "承诺")));
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(properties);
        filters.saveFilter(filter);
    }

    private static Map<String, String> card(String variable, String label) {
        return Map.of("name", variable, "label", label);
    }
}
