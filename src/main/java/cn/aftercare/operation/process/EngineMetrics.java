package cn.aftercare.operation.process;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.metrics.Meter;
import org.camunda.bpm.engine.management.Metrics;
import org.springframework.stereotype.Component;

/**
 * What the engine of this node did since it started. The engine counts anyway, in memory; what it writes to the database
 * from time to time is never asked for.
 */
@Component
class EngineMetrics implements MeterBinder {

    private static final Map<String, String> COUNTED = Map.of(
            Metrics.ROOT_PROCESS_INSTANCE_START, "aftercare.engine.process.instances",
            Metrics.ACTIVTY_INSTANCE_START, "aftercare.engine.activity.instances",
            Metrics.EXECUTED_DECISION_INSTANCES, "aftercare.engine.decisions",
            Metrics.JOB_SUCCESSFUL, "aftercare.engine.jobs.successful",
            Metrics.JOB_FAILED, "aftercare.engine.jobs.failed",
            Metrics.JOB_ACQUIRED_SUCCESS, "aftercare.engine.jobs.acquired",
            Metrics.JOB_ACQUIRED_FAILURE, "aftercare.engine.jobs.acquired.elsewhere",
            Metrics.JOB_EXECUTION_REJECTED, "aftercare.engine.jobs.rejected");

    private final ProcessEngineConfigurationImpl engine;

    EngineMetrics(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Map<String, Meter> meters = engine.getMetricsRegistry().getDiagnosticsMeters();
        COUNTED.forEach((counted, name) ->
                FunctionCounter.builder(name, meters.get(counted), Meter::get).register(registry));
        Gauge.builder("aftercare.engine.job.executor.active", engine.getJobExecutor(), e -> e.isActive() ? 1 : 0)
                .description("1 while the job executor of this node runs")
                .register(registry);
    }
}
