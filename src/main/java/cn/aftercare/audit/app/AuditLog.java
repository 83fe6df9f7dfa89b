package cn.aftercare.audit.app;

import cn.aftercare.audit.AuditEntry;
import cn.aftercare.audit.AuditKind;
import cn.aftercare.audit.persistence.AuditRepository;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.NotPermittedException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The audit log as administrators read it. */
@Service
public class AuditLog {

    private final AuditRepository table;
    private final AuditTrail trail;
    private final CurrentActor currentActor;

    AuditLog(AuditRepository table, AuditTrail trail, CurrentActor currentActor) {
        this.table = table;
        this.trail = trail;
        this.currentActor = currentActor;
    }

    /**
     * What to show.
     *
     * @param person the login as it was typed; null: everybody's
     * @param from inclusive, null: from the beginning
     * @param to exclusive, null: to the end
     */
    public record Query(
            @Nullable String person,
            Set<AuditKind> kinds,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** A page of the log, the newest first, and how many entries there are in all. */
    public record Page(List<AuditEntry> entries, long total) {}

    /**
     * @param page counted from 0
     * @throws NotPermittedException unless an administrator asks
     */
    public Page find(Query query, int page, int size) {
        if (!currentActor.get().admin()) {
            throw new NotPermittedException("只有系统管理员可以查看审计日志");
        }
        trail.flush();
        return new Page(table.find(query, page, size), table.count(query));
    }
}
