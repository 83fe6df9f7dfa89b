package cn.aftercare.repair.app;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be done in a case now, and by whom. Asks for no permission: whoever may see the case may know it. */
public interface CaseTasks {

    /** The first due first. */
    List<OpenTask> ofCase(String caseNo);

    /**
     * @param assignee login, or null while nobody has taken the task over
     * @param groups the candidate groups
     */
    record OpenTask(
            String id,
            String name,
            @Nullable String assignee,
            List<String> groups,
            @Nullable Instant due) {}
}
