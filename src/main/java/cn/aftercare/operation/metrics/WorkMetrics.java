package cn.aftercare.operation.metrics;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.notification.app.DeliveryQueue;
import cn.aftercare.operation.JobBacklog;
import cn.aftercare.operation.app.JobLedger;
import cn.aftercare.operation.app.OperationSettings;
import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.repair.OpenCases;
import cn.aftercare.repair.OpenPromises;
import cn.aftercare.repair.app.CaseLoad;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The work of all nodes as figures for the monitoring: promises, cases, jobs and notifications. Every node shows the
 * same; a rule takes the maximum. Each kind is one query per {@code aftercare.operation.figures-age} at most, and none
 * when nobody asks.
 */
@Component
class WorkMetrics {

    private final Directory directory;
    private final Clock clock;
    private final Fresh<List<OpenPromises>> promises;
    private final Fresh<List<OpenCases>> cases;
    private final Fresh<Seen> jobs;
    private final Fresh<DeliveryQueue.Backlog> deliveries;

    WorkMetrics(
            Directory directory,
            CaseLoad load,
            JobLedger ledger,
            DeliveryQueue queue,
            OperationSettings settings,
            Clock clock) {
        Duration age = settings.figuresAge();
        this.directory = directory;
        this.clock = clock;
        this.promises = new Fresh<>(load::promises, age);
        this.cases = new Fresh<>(load::cases, age);
        this.jobs = new Fresh<>(() -> seen(ledger), age);
        this.deliveries = new Fresh<>(queue::backlog, age);
    }

    private record Seen(JobBacklog backlog, Instant at) {

        double lagSeconds() {
            return backlog.lag(at).toMillis() / 1000d;
        }
    }

    private Seen seen(JobLedger ledger) {
        Instant now = clock.instant();
        return new Seen(ledger.backlog(now), now);
    }

    /** The units are in place once everything has started. A figure that is zero is shown as well. */
    @EventListener
    void started(ApplicationStartedEvent event) {
        register(event.getApplicationContext().getBean(MeterRegistry.class));
    }

    void register(MeterRegistry registry) {
        for (Unit unit : directory.units()) {
            for (CaseKind kind : CaseKind.values()) {
                Gauge.builder("aftercare.cases.open", cases, c -> count(c.get(), unit, kind))
                        .description("Running repair cases")
                        .tags("unit", unit.code(), "kind", kind.name())
                        .register(registry);
            }
            for (CommitmentType type : CommitmentType.values()) {
                for (CommitmentKind kind : CommitmentKind.values()) {
                    promises(registry, new Counted(unit, type, kind));
                }
            }
        }
        Gauge.builder("aftercare.jobs.lag", jobs, j -> j.get().lagSeconds())
                .description("How late the oldest job is that waits and nobody is at")
                .baseUnit("seconds")
                .register(registry);
        gauge(
                registry,
                "aftercare.jobs.waiting",
                "Jobs due that nobody is at",
                jobs,
                j -> j.backlog().waiting());
        gauge(
                registry,
                "aftercare.jobs.failed",
                "Jobs given up, incidents in Cockpit",
                jobs,
                j -> j.backlog().failed());
        gauge(
                registry,
                "aftercare.notifications.waiting",
                "Mails and chat messages under way",
                deliveries,
                d -> d.waiting());
        gauge(
                registry,
                "aftercare.notifications.failed",
                "Mails and chat messages given up",
                deliveries,
                d -> d.failed());
    }

    private void promises(MeterRegistry registry, Counted counted) {
        counted.gauge(registry, promises, "open", "Promises of running cases still to be kept", OpenPromises::open);
        counted.gauge(registry, promises, "due.soon", "Of those open: their reminder is due", OpenPromises::dueSoon);
        counted.gauge(registry, promises, "breached", "Of those open: past their deadline", OpenPromises::breached);
    }

    /** The promises that are counted together. */
    private record Counted(Unit unit, CommitmentType type, CommitmentKind kind) {

        void gauge(
                MeterRegistry registry,
                Fresh<List<OpenPromises>> promises,
                String state,
                String description,
                ToLongFunction<OpenPromises> count) {
            Gauge.builder("aftercare.commitments." + state, promises, p -> sum(p.get(), count))
                    .description(description)
                    .tags("unit", unit.code(), "type", type.name(), "kind", kind.name())
                    .register(registry);
        }

        private long sum(List<OpenPromises> promises, ToLongFunction<OpenPromises> count) {
            return promises.stream()
                    .filter(p -> p.unit().equals(unit.code()) && p.type() == type && p.kind() == kind)
                    .mapToLong(count)
                    .sum();
        }
    }

    private static <T> void gauge(
            MeterRegistry registry, String name, String description, Fresh<T> source, ToDoubleFunction<T> figure) {
        Gauge.builder(name, source, s -> figure.applyAsDouble(s.get()))
                .description(description)
                .register(registry);
    }

    private static long count(List<OpenCases> cases, Unit unit, CaseKind kind) {
        return cases.stream()
                .filter(c -> c.unit().equals(unit.code()) && c.kind() == kind)
                .mapToLong(OpenCases::cases)
                .sum();
    }
}
