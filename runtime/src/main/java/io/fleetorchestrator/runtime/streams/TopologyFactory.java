package io.fleetorchestrator.runtime.streams;

import io.fleetorchestrator.runtime.failure.FailurePolicy;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** Builds topologies, and refuses those in which anything has a name that Kafka Streams made up. */
public final class TopologyFactory {

    private TopologyFactory() {}

    /** As {@link #create}, and adds the failure policy of the services to the configuration of the driver or runner. */
    public static Topology withFailurePolicy(
            Properties config, String deadLetterTopic, MeterRegistry meters, Consumer<StreamsBuilder> source) {
        config.putAll(FailurePolicy.handlers(deadLetterTopic, meters));
        return create(config, source);
    }

    /** The topology that the source describes; generated names would change with every edit, and state with them. */
    public static Topology create(Properties config, Consumer<StreamsBuilder> source) {
        var strict = new Properties();
        strict.putAll(config);
        strict.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        // Only a builder made with a configuration enforces names: KIP-1111 reads it from there.
        var builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(strict)));
        source.accept(builder);
        var topology = builder.build(strict);
        GeneratedNames.refuse(topology.describe());
        return topology;
    }
}
