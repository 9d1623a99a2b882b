package io.fleetorchestrator.producer;

import io.fleetorchestrator.core.ledger.ActivePlacements;
import io.fleetorchestrator.producer.faults.FaultKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The metrics of the producer, besides those of its publisher. */
final class ProducerMetrics {

    private final Map<FaultKind, Counter> faults = new EnumMap<>(FaultKind.class);
    private final Map<String, Double> placedMw = new ConcurrentHashMap<>();
    private final Counter badRows;
    private final Counter requests;
    private volatile double share;

    ProducerMetrics(MeterRegistry meters, Collection<String> regions) {
        for (var kind : FaultKind.values()) {
            faults.put(
                    kind,
                    Counter.builder("fleet.producer.faults")
                            .description("Readings with an injected fault")
                            .tag("kind", kind.label())
                            .register(meters));
        }
        this.badRows = Counter.builder("fleet.producer.bad.rows")
                .description("Rows of a replay that could not be read")
                .register(meters);
        this.requests = Counter.builder("fleet.producer.requests")
                .description("Workloads submitted")
                .register(meters);
        Gauge.builder("fleet.producer.backfill.ratio", () -> share)
                .description("Share of the history that is published")
                .register(meters);
        regions.forEach(region -> placed(meters, region));
    }

    private void placed(MeterRegistry meters, String region) {
        placedMw.put(region, 0.0);
        Gauge.builder("fleet.producer.placed.load.megawatts", () -> placedMw.getOrDefault(region, 0.0))
                .description("Load that decisions have placed in a region")
                .tag("region", region)
                .register(meters);
    }

    void count(FaultKind kind) {
        Objects.requireNonNull(faults.get(kind)).increment();
    }

    void countBadRow() {
        badRows.increment();
    }

    void countRequests(int count) {
        requests.increment(count);
    }

    void history(double publishedShare) {
        share = publishedShare;
    }

    void placed(ActivePlacements load, Instant at) {
        placedMw.replaceAll((region, before) -> load.mwAt(region, at));
    }
}
