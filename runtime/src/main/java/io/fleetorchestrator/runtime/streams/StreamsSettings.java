package io.fleetorchestrator.runtime.streams;

import io.fleetorchestrator.runtime.failure.FailureSettings;
import io.fleetorchestrator.runtime.settings.Setting;
import java.time.Duration;
import java.util.Optional;

/** The settings of a topology. */
public record StreamsSettings(
        @Setting(doc = "Stream threads", defaultValue = "1") int threads,

        @Setting(
                doc = "How often results become visible: each hop of an answer costs up to this long",
                defaultValue = "PT0.1S")
        Duration commitInterval,

        @Setting(doc = "Copies of state kept warm on other instances, for quick takeover", defaultValue = "0")
        int standbys,

        @Setting(doc = "Where DSL operators keep state", defaultValue = "rocksdb")
        Store store,

        @Setting(
                doc = "Name of this instance that survives restarts (such as a StatefulSet's pod name): a restart then"
                        + " keeps its partitions and ends the transaction it was killed in")
        Optional<String> instanceId,

        @Setting(doc = "How much Kafka Streams measures", defaultValue = "info")
        MetricsLevel metricsLevel,

        @Setting(doc = "How long to wait at start for brokers and topics", defaultValue = "PT2M")
        Duration startTimeout,

        @Setting(doc = "How long a stop may take before it is forced", defaultValue = "PT30S")
        Duration closeTimeout,

        @Setting(
                doc = "Lowest transaction.version of the cluster to run on; 0 runs on any, at the risk of hanging"
                        + " transactions",
                defaultValue = "2")
        int minTransactionVersion,

        FailureSettings failures) {

    public StreamsSettings {
        requireAtLeast("threads", threads, 1);
        requireAtLeast("standbys", standbys, 0);
        if (commitInterval.isNegative() || commitInterval.isZero()) {
            throw new IllegalArgumentException("commit-interval: " + commitInterval + " is not positive");
        }
    }

    private static void requireAtLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + ": " + value + " is less than " + least);
        }
    }

    /** Where DSL operators keep state. */
    public enum Store {
        ROCKSDB,
        IN_MEMORY
    }

    /** Kafka Streams' recording levels. */
    public enum MetricsLevel {
        INFO,
        DEBUG,
        TRACE
    }
}
