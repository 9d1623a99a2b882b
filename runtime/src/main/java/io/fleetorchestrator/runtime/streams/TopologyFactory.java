package io.fleetorchestrator.runtime.streams;

import io.fleetorchestrator.runtime.failure.FailurePolicy;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** Builds topologies. Rejects a topology in which an operator or store has a generated name. */
public final class TopologyFactory {

    private TopologyFactory() {}

    /** As {@link #create}; also adds the failure policy of the services to the configuration. */
    public static Topology withFailurePolicy(
            Properties config, String deadLetterTopic, MeterRegistry meters, Consumer<StreamsBuilder> source) {
        config.putAll(FailurePolicy.handlers(deadLetterTopic, meters));
        return create(config, source);
    }

    /** The topology that the source describes. Generated names would change with the code, and state would be lost. */
    public static Topology create(Properties config, Consumer<StreamsBuilder> source) {
        var strict = new Properties();
        strict.putAll(config);
        strict.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // The builder enforces names only if it is created with a configuration (KIP-1111).
        var builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(strict)));
        source.accept(builder);
        var topology = builder.build(strict);
        GeneratedNames.refuse(topology.describe());
        return topology;
    }
}
