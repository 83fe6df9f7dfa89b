package cn.aftercare.platform.tasks;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Expressions in queries are code: they reach every bean and, through any object's class, the machine. Filters need a few,
 * which {@link FilterExpressions} lists; no list of what is dangerous would be complete.
 */
final class QueryExpressions {

    private QueryExpressions() {}

    static void checkStored(@Nullable Query<?, ?> query) {
        in(query)
                .filter(expression -> !FilterExpressions.ALL.contains(expression))
                .findFirst()
                .ifPresent(expression -> {
                    throw new AuthorizationException("筛选器只能使用系统自带的表达式,不能使用 " + expression);
                });
    }

    /** The engine itself looks at the outer query only, and would evaluate those of its alternatives. */
    static void refuseAny(@Nullable Query<?, ?> query) {
        in(query).findFirst().ifPresent(expression -> {
            throw new AuthorizationException("查询条件不能使用表达式 " + expression);
        });
    }

    private static Stream<String> in(@Nullable Query<?, ?> query) {
        return query instanceof AbstractQuery<?, ?> known
                ? in(known, Collections.newSetFromMap(new IdentityHashMap<>()))
                : Stream.empty();
    }

    private static Stream<String> in(AbstractQuery<?, ?> query, Set<Object> seen) {
        if (!seen.add(query)) {
            return Stream.empty();
        }
        Stream<String> alternatives = query instanceof TaskQueryImpl tasks
                ? tasks.getQueries().stream().flatMap(alternative -> in(alternative, seen))
                : Stream.empty();
        return Stream.concat(query.getExpressions().values().stream(), alternatives);
    }
}
