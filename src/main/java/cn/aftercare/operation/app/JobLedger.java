package cn.aftercare.operation.app;

import cn.aftercare.operation.JobBacklog;
import java.time.Instant;

/** Looks at the jobs of the engine, whichever node is to run them. */
public interface JobLedger {

    /** As of the instant, in one query. */
    JobBacklog backlog(Instant now);
}
