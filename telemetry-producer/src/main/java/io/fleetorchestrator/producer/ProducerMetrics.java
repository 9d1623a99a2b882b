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

/** What the producer lets be measured, beside the account of its outbox. */
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
                            .description("Readings that something went wrong with on purpose")
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
                .description("Share of the history that has been said")
                .register(meters);
        regions.forEach(region -> placed(meters, region));
    }

    private void placed(MeterRegistry meters, String region) {
        placedMw.put(region, 0.0);
        Gauge.builder("fleet.producer.placed.load.megawatts", () -> placedMw.getOrDefault(region, 0.0))
                .description("Load that decisions have placed on a region")
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

    void history(double saidShare) {
        share = saidShare;
    }

    void placed(ActivePlacements load, Instant at) {
        placedMw.replaceAll((region, before) -> load.mwAt(region, at));
    }
}
