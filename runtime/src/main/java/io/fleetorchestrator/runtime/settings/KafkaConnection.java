package io.fleetorchestrator.runtime.settings;

import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** How to reach the cluster and the registry: our settings and the properties that are passed through. */
public record KafkaConnection(ServiceSettings service, Map<String, String> passedThrough) {

    private static final String PRODUCER = "producer.";
    private static final String CONSUMER = "consumer.";
    private static final String ADMIN = "admin.";

    /** Prefixes of clients and topics of Kafka Streams, which plain clients do not know. */
    private static final List<String> FOR_OTHERS =
            List.of(PRODUCER, CONSUMER, ADMIN, "main.consumer.", "restore.consumer.", "global.consumer.", "topic.");

    private static final List<String> FOR_THE_REGISTRY =
            List.of("schema.registry.", "basic.auth.", "bearer.auth.", "auto.register.schemas");

    /** Longer than a restart of the registry, and shorter than a stop may take, so that a waiting thread can be closed. */
    private static final String REGISTRY_PATIENCE_MS = "20000";

    public KafkaConnection {
        passedThrough = Map.copyOf(passedThrough);
    }

    /** Configuration of a plain producer. */
    public Map<String, Object> producer() {
        return client(PRODUCER);
    }

    /** Configuration of a plain consumer. */
    public Map<String, Object> consumer() {
        return client(CONSUMER);
    }

    /** Configuration of an admin client. */
    public Map<String, Object> admin() {
        return client(ADMIN);
    }

    /** Connection settings of Kafka Streams. Prefixes stay, because Kafka Streams resolves them. */
    public Map<String, Object> streams() {
        var config = new HashMap<String, Object>(passedThrough);
        config.keySet().removeIf(key -> startsWithAny(key, FOR_THE_REGISTRY));
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, service.bootstrapServers());
        return config;
    }

    /** Configuration of the serdes. */
    public Map<String, Object> registry() {
        var config = new HashMap<String, Object>(passedThrough);
        config.keySet().removeIf(key -> !startsWithAny(key, FOR_THE_REGISTRY));
        config.put(AvroSerdes.SCHEMA_REGISTRY_URL, service.schemaRegistryUrl());
        config.putIfAbsent(AvroSerdes.REGISTRY_PATIENCE_MS, REGISTRY_PATIENCE_MS);
        return config;
    }

    private Map<String, Object> client(String prefix) {
        var config = streams();
        config.keySet().removeIf(key -> startsWithAny(key, FOR_OTHERS));
        passedThrough.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                config.put(key.substring(prefix.length()), value);
            }
        });
        return config;
    }

    private static boolean startsWithAny(String key, List<String> prefixes) {
        return prefixes.stream().anyMatch(key::startsWith);
    }
}
