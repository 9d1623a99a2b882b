package io.fleetorchestrator.runtime.startup;

import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.serdes.RegistryUnavailableException;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks at the start of a service that the registry accepts its credentials. If the registry cannot be reached, the
 * service starts and retries when it needs the registry.
 */
public final class RegistryCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryCheck.class);

    private RegistryCheck() {}

    /** Fails if the registry denies access, or if its certificate is not trusted. */
    public static void run(KafkaConnection connection, TopicNeeds needs) {
        try (var serdes = AvroSerdes.from(withoutRetries(connection))) {
            needs.topics().stream()
                    .filter(topic -> topic.valueType() != byte[].class)
                    .findFirst()
                    .ifPresent(topic ->
                            serdes.checkAccess(topic, connection.service().topicPrefix()));
        } catch (RegistryUnavailableException away) {
            LOG.info("Starting without the schema registry: {}", away.getMessage());
        } catch (ConfigException refused) {
            throw new StartCheckException(String.valueOf(refused.getMessage()));
        }
    }

    private static Map<String, Object> withoutRetries(KafkaConnection connection) {
        var config = connection.registry();
        config.put(AvroSerdes.REGISTRY_PATIENCE_MS, "0");
        return config;
    }
}
