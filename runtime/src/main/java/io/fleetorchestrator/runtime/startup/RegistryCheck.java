package io.fleetorchestrator.runtime.startup;

import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.serdes.RegistryUnavailableException;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a registry that refuses us when a service starts, and not at its first record. One that is merely away is waited
 * for when it is needed.
 */
public final class RegistryCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryCheck.class);

    private RegistryCheck() {}

    /** Returns unless the registry refuses us, or we it. */
    public static void run(KafkaConnection connection, TopicNeeds needs) {
        try (var serdes = AvroSerdes.from(atOnce(connection))) {
            needs.topics().stream()
                    .filter(topic -> topic.valueType() != byte[].class)
                    .findFirst()
                    .ifPresent(topic -> serdes.knock(topic, connection.service().topicPrefix()));
        } catch (RegistryUnavailableException away) {
            LOG.info("Starting without: {}", away.getMessage());
        } catch (ConfigException refused) {
            throw new StartCheckException(String.valueOf(refused.getMessage()));
        }
    }

    private static Map<String, Object> atOnce(KafkaConnection connection) {
        var config = connection.registry();
        config.put(AvroSerdes.REGISTRY_PATIENCE_MS, "0");
        return config;
    }
}
