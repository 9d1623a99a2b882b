package io.fleetorchestrator.runtime.streams;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import io.fleetorchestrator.runtime.failure.FailureSettings;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.runtime.streams.StreamsSettings.MetricsLevel;
import io.fleetorchestrator.runtime.streams.StreamsSettings.Store;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers;
import org.junit.jupiter.api.Test;

class StreamsPropertiesTest {

    @Test
    void hasWorkingDefaults() {
        then(Settings.defaults(StreamsSettings.class))
                .isEqualTo(new StreamsSettings(
                        1,
                        Duration.ofMillis(100),
                        0,
                        Store.ROCKSDB,
                        Optional.empty(),
                        MetricsLevel.INFO,
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(30),
                        2,
                        Settings.defaults(FailureSettings.class)));
        thenThrownBy(() -> Settings.defaults(StreamsSettings.class, "--threads", "0"))
                .hasMessage("threads: 0 is less than 1");
    }

    @Test
    void isExactlyOnceWithNamedResourcesAndDeadLetters() {
        then(properties(Map.of()))
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("ensure.explicit.internal.resource.naming", true)
                .containsEntry("errors.dead.letter.queue.topic.name", "fleet.dead-letter")
                .containsEntry("application.id", "scheduler")
                .containsEntry("commit.interval.ms", 100L)
                .doesNotContainKey("group.instance.id");
    }

    @Test
    void staysAMemberOfItsGroupOverRestartsWhenTheInstanceHasAName() {
        // when
        var config = new StreamsConfig(properties(Map.of(), "--instance-id", "scheduler-0"));

        // then
        then(config.getMainConsumerConfigs("scheduler", "scheduler-client", 2))
                .containsEntry("group.instance.id", "scheduler-0-2");
    }

    @Test
    void reassignsPartitionsSoonUnlessTheInstanceHasAName() {
        then(properties(Map.of())).containsEntry("session.timeout.ms", 10_000);
        then(properties(Map.of(), "--instance-id", "scheduler-0")).doesNotContainKey("session.timeout.ms");
    }

    @Test
    void retriesSoonAfterABrokerRejectsARequest() {
        var config = new StreamsConfig(properties(Map.of()));

        then(config.getProducerConfigs("scheduler-client")).containsEntry("retry.backoff.ms", 10);
    }

    @Test
    void canKeepStateInMemory() {
        then(properties(Map.of(), "--store", "in-memory"))
                .containsEntry("dsl.store.suppliers.class", InMemoryDslStoreSuppliers.class);
    }

    @Test
    void passesOnPropertiesThatAreNotReserved() {
        // when
        var properties = properties(Map.of(
                "max.task.idle.ms", "500",
                "client.tag.zone", "a",
                "rack.aware.assignment.tags", "zone",
                "producer.max.request.size", "123",
                "security.protocol", "SASL_SSL",
                "schema.registry.basic.auth.user.info", "user:hush"));

        // then
        then(properties)
                .containsEntry("max.task.idle.ms", "500")
                .containsEntry("client.tag.zone", "a")
                .containsEntry("rack.aware.assignment.tags", "zone")
                .containsEntry("producer.max.request.size", "123")
                .containsEntry("security.protocol", "SASL_SSL")
                .doesNotContainKey("schema.registry.basic.auth.user.info");
    }

    private static Properties properties(Map<String, String> passedThrough, String... flags) {
        var connection = new KafkaConnection(Settings.defaults(ServiceSettings.class), passedThrough);
        return StreamsProperties.of(
                "scheduler", connection, Settings.defaults(StreamsSettings.class, flags), new SimpleMeterRegistry());
    }
}
