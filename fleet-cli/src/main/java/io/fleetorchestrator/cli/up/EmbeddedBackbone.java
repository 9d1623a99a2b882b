package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.connection.Connection;
import io.fleetorchestrator.cli.registry.EmbeddedRegistry;
import io.fleetorchestrator.runtime.embedded.EmbeddedKafka;
import io.fleetorchestrator.runtime.embedded.FreePort;
import java.util.Map;

/** A broker and a registry of our own, on loopback. */
final class EmbeddedBackbone implements Backbone {

    private final EmbeddedKafka kafka;
    private final EmbeddedRegistry registry;
    private final String topicPrefix;

    private EmbeddedBackbone(EmbeddedKafka kafka, EmbeddedRegistry registry, String topicPrefix) {
        this.kafka = kafka;
        this.registry = registry;
        this.topicPrefix = topicPrefix;
    }

    static EmbeddedBackbone start(DataDirectory data, int kafkaPort, int registryPort, String topicPrefix) {
        var kafka = EmbeddedKafka.in(data.kafka(), kafkaPort == 0 ? FreePort.find() : kafkaPort, Map.of());
        try {
            kafka.start();
            var registry = EmbeddedRegistry.start(data.registry(), "127.0.0.1", registryPort);
            return new EmbeddedBackbone(kafka, registry, topicPrefix);
        } catch (RuntimeException e) {
            kafka.close();
            throw e;
        }
    }

    @Override
    public Connection cluster() {
        return Connection.of(kafka.bootstrapServers(), registry.url(), topicPrefix);
    }

    @Override
    public void close() {
        registry.close();
        kafka.close();
    }
}
