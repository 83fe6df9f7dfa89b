package cn.aftercare.repair.app;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task somebody has to do.
 *
 * @param assignee login of who has taken it or whose it is, or null
 * @param groups candidate groups
 */
public record OpenTask(
        String id,
        String name,
        String caseNo,
        @Nullable String assignee,
        List<String> groups,
        @Nullable Instant dueAt) {}
