package io.fleetorchestrator.runtime.service;

import io.fleetorchestrator.runtime.health.Health;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.micrometer.core.instrument.MeterRegistry;

/** What a service is started with, in addition to its settings. */
public record ServiceContext(String name, KafkaConnection connection, Health health, MeterRegistry meters) {

    /** The consumer group. By default it has the prefix of the topics, so that one ACL covers both. */
    public String applicationId() {
        return applicationId(connection.service(), name);
    }

    static String applicationId(ServiceSettings common, String name) {
        return common.applicationId().orElse(common.topicPrefix() + name);
    }
}
