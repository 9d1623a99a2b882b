package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.client.ClusterConnection;
import io.fleetorchestrator.embedded.EmbeddedKafka;
import io.fleetorchestrator.embedded.FreePort;
import io.fleetorchestrator.embedded.registry.EmbeddedRegistry;
import java.util.Map;

/** An embedded broker and registry, on loopback. */
final class EmbeddedKafkaStack implements KafkaStack {

    private final EmbeddedKafka kafka;
    private final EmbeddedRegistry registry;
    private final String topicPrefix;

    private EmbeddedKafkaStack(EmbeddedKafka kafka, EmbeddedRegistry registry, String topicPrefix) {
        this.kafka = kafka;
        this.registry = registry;
        this.topicPrefix = topicPrefix;
    }

    static EmbeddedKafkaStack start(DataDirectory data, int kafkaPort, int registryPort, String topicPrefix) {
        var kafka = EmbeddedKafka.in(data.kafka(), kafkaPort == 0 ? FreePort.find() : kafkaPort, Map.of());
        try {
            kafka.start();
            var registry = EmbeddedRegistry.start(data.registry(), "127.0.0.1", registryPort);
            return new EmbeddedKafkaStack(kafka, registry, topicPrefix);
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    @Override
    public ClusterConnection cluster() {
        return ClusterConnection.of(kafka.bootstrapServers(), registry.url(), topicPrefix);
    }

    @Override
    public void close() {
        registry.close();
        kafka.close();
    }
}
