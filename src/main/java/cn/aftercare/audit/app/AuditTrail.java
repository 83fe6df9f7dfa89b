package cn.aftercare.audit.app;

import cn.aftercare.audit.AuditEntry;
import cn.aftercare.audit.AuditKind;
import cn.aftercare.audit.persistence.AuditRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;

/**
 * The audit log as the rest of the program writes it. A caller leaves its entry in a queue and goes on; one thread writes
 * them in batches, within a second, outside of anybody's transaction: what was undone was attempted all the same. A
 * stop writes what is left, a killed program loses that second.
 */
@Service
@EnableConfigurationProperties(AuditSettings.class)
public class AuditTrail implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final int WAITING = 10_000;
    private static final int BATCH = 500;
    private static final int REMEMBERED = 20_000;

    private final AuditRepository table;
    private final AuditSettings settings;
    private final Clock clock;
    private final BlockingQueue<AuditEntry> waiting = new LinkedBlockingQueue<>(WAITING);
    private final AtomicBoolean running = new AtomicBoolean();

    /** Who did what from where, and when it was written down last. */
    private final Map<String, Instant> lately = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    private Thread writer;

    AuditTrail(AuditRepository table, AuditSettings settings, Clock clock) {
        this.table = table;
        this.settings = settings;
        this.clock = clock;
    }

    /** Writes every time. */
    public void record(AuditKind kind, String userId, String subject, String note, String address) {
        add(new AuditEntry(clock.instant(), kind, userId, subject, note, address));
    }

    /** Writes unless the same was written in the last {@code aftercare.audit.again}. */
    public void recordOnce(AuditKind kind, String userId, String subject, String note, String address) {
        AuditEntry entry = new AuditEntry(clock.instant(), kind, userId, subject, note, address);
        String key = String.join("|", kind.name(), entry.userId(), entry.subject(), entry.address());
        synchronized (lately) {
            Instant last = lately.get(key);
            if (last != null && Duration.between(last, entry.at()).abs().compareTo(settings.again()) < 0) {
                return;
            }
            lately.put(key, entry.at());
        }
        add(entry);
    }

    private void add(AuditEntry entry) {
        if (!waiting.offer(entry)) {
            // More than the writer can take: everybody writes for themselves, which slows down who floods us.
            write(List.of(entry));
        }
    }

    /** Writes what waits now, or until the writer has; whoever reads the log wants to see what just happened. */
    public synchronized void flush() {
        List<AuditEntry> batch = new ArrayList<>(BATCH);
        while (waiting.drainTo(batch, BATCH) > 0) {
            write(batch);
            batch.clear();
        }
    }

    private void write(List<AuditEntry> batch) {
        try {
            table.insert(batch);
        } catch (DataAccessException | TransactionException e) {
            LOG.error("the audit log lost {} entries, the first {}", batch.size(), batch.get(0), e);
        }
    }

    /** Deletes what has been kept long enough, and tells how much that was. */
    public int forgetOld() {
        return table.deleteBefore(
                clock.instant().atZone(clock.getZone()).minus(settings.keep()).toInstant());
    }

    private void work() {
        LocalDate cleaned = null;
        while (running.get()) {
            try {
                TimeUnit.SECONDS.sleep(1);
                flush();
                LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
                if (!today.equals(cleaned)) {
                    cleaned = today;
                    forgetOld();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("cannot clean the audit log", e);
            }
        }
    }

    @Override
    public void start() {
        running.set(true);
        writer = new Thread(this::work, "audit-log");
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void stop() {
        running.set(false);
        writer.interrupt();
        try {
            writer.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        flush();
    }

    @Override
    public boolean isRunning() {
        return running.get();
    }

    /** Begins before the web server takes requests, and ends after its last one. */
    @Override
    public int getPhase() {
        return 0;
    }
}
