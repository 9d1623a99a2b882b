package io.fleetorchestrator.testing;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;

/** Brokers and a registry to work on. */
public interface Platform {

    String bootstrapServers();

    /** The Confluent API of the registry. */
    String registryUrl();

    /** How often each record is kept. */
    default short replicas() {
        return 1;
    }

    /** An admin client, to be closed by the caller. */
    default Admin admin() {
        return Admin.create(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }
}
