package io.fleetorchestrator.runtime.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Set;

/** The metrics of one service, its process and its JVM. */
public final class ServiceMetrics implements AutoCloseable {

    /** Labels whose values grow with use: one series for each value would be too many for Prometheus. */
    private static final Set<String> UNBOUNDED = Set.of("request", "request.id", "requestId", "tenant", "host");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final LogEvents logs;

    public ServiceMetrics(String service) {
        registry.config().commonTags("service", service).meterFilter(MeterFilter.deny(ServiceMetrics::isUnbounded));
        logs = new LogEvents(registry);
        List.of(
                        garbage,
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics(),
                        new FileDescriptorMetrics())
                .forEach(binder -> binder.bindTo(registry));
        Gauge.builder("fleet.build.info", () -> 1)
                .description("Always 1; the version is the label")
                .tag("version", BuildInfo.version())
                .register(registry);
    }

    public MeterRegistry registry() {
        return registry;
    }

    /** All metrics in the text format of Prometheus. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        logs.close();
        garbage.close();
        registry.close();
    }

    private static boolean isUnbounded(Meter.Id id) {
        return id.getTags().stream().anyMatch(tag -> UNBOUNDED.contains(tag.getKey()));
    }
}
