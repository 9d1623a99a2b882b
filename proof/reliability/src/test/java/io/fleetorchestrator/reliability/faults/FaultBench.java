package io.fleetorchestrator.reliability.faults;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.reliability.oracle.Findings;
import io.fleetorchestrator.reliability.scene.Cluster;
import io.fleetorchestrator.reliability.scene.FaultScenario;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** One cluster and one table for all faults; {@code -Dfaults.runs=full} or a number sets how often each fault is injected. */
final class FaultBench implements BeforeAllCallback {

    /** A rate that two cores sustain together with three brokers and their clients, so that no backlog builds up. */
    static final int PER_SECOND = 30;

    private static final String RUNS = System.getProperty("faults.runs", "short");

    private Optional<Shared> shared = Optional.empty();

    private record Shared(Cluster cluster, Report report) implements AutoCloseable {

        static Shared start() {
            return new Shared(Cluster.start(), new Report());
        }

        @Override
        public void close() {
            cluster.close();
        }
    }

    /** The root store closes the cluster after the last fault. */
    @Override
    public void beforeAll(ExtensionContext context) {
        shared = Optional.of(context.getRoot()
                .getStore(Namespace.create(FaultBench.class))
                .getOrComputeIfAbsent(Shared.class, key -> Shared.start(), Shared.class));
    }

    Cluster cluster() {
        return shared.orElseThrow().cluster();
    }

    Report report() {
        return shared.orElseThrow().report();
    }

    /** How often a fault is injected: rarely by default, and often enough for a significant result on request. */
    static int runs(int few, int full) {
        return switch (RUNS) {
            case "short" -> few;
            case "full" -> full;
            default -> Integer.parseInt(RUNS);
        };
    }

    /** Checks the findings, adds them to the table, and fails if anything is wrong. */
    void conclude(String fault, int runs, FaultScenario scene) {
        conclude(fault, runs, scene, scene.judge());
    }

    void conclude(String fault, int runs, FaultScenario scene, Findings findings) {
        report().add(fault, runs, scene.acked().size(), findings, scene.longestWaits());
        then(findings).isEqualTo(Findings.NONE);
    }
}
