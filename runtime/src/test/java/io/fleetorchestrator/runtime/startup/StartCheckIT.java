package io.fleetorchestrator.runtime.startup;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import io.fleetorchestrator.runtime.health.Health;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.KafkaEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StartCheckIT {

    private static final TopicNeeds NEEDS = TopicNeeds.reading(Topics.WORKLOAD_REQUESTS, Topics.FLEET_PROFILES)
            .joining(Topics.WORKLOAD_REQUESTS, Topics.FLEET_PROFILES);

    @RegisterExtension
    static final KafkaEnvironment kafka = KafkaEnvironment.shared();

    private final Health health = new Health();

    @Test
    void passesWhenTheTopicsExist() throws Exception {
        checks(kafka.bootstrapServers(), kafka.freshTopics().prefix()).run(NEEDS, 2);
    }

    @Test
    void failsOnMissingTopicsAndShowsTheCommandThatCreatesThem() {
        thenThrownBy(() -> checks(kafka.bootstrapServers(), "nowhere.").run(NEEDS, 2))
                .isInstanceOf(StartCheckException.class)
                .hasMessageContaining("missing topics nowhere.fleet.profiles, nowhere.workload.requests")
                .hasMessageContaining("fleet topics apply --bootstrap-servers " + kafka.bootstrapServers()
                        + " --topic-prefix nowhere.");
        then(health.problems())
                .containsValue("waiting for missing topics nowhere.fleet.profiles, nowhere.workload.requests");
    }

    @Test
    void failsOnTopicsThatCannotBeJoined() throws Exception {
        // given
        try (var admin = kafka.admin()) {
            admin.createTopics(List.of(
                            new NewTopic("skew.workload.requests", 6, (short) 1),
                            new NewTopic("skew.fleet.profiles", 4, (short) 1)))
                    .all()
                    .get();
        }

        // then
        thenThrownBy(() -> checks(kafka.bootstrapServers(), "skew.").run(NEEDS, 2))
                .isInstanceOf(StartCheckException.class)
                .hasMessageContaining("{skew.fleet.profiles=4, skew.workload.requests=6}")
                .hasMessageContaining("fleet topics apply");
    }

    @Test
    void failsOnAnOlderTransactionVersion() {
        thenThrownBy(() -> checks(kafka.bootstrapServers(), "any.").run(NEEDS, 99))
                .isInstanceOf(StartCheckException.class)
                .hasMessageContaining("transaction.version=2")
                .hasMessageContaining("kafka-features.sh");
    }

    @Test
    void namesTheBrokerThatDoesNotAnswer() {
        thenThrownBy(() -> checks("localhost:1", "any.").run(NEEDS, 2))
                .isInstanceOf(StartCheckException.class)
                .hasMessageContaining("broker localhost:1")
                .hasMessageContaining("check bootstrap-servers");
        thenThrownBy(() -> checks("no-such-host.invalid:9092", "any.").run(NEEDS, 2))
                .isInstanceOf(StartCheckException.class)
                .hasMessageContaining("broker no-such-host.invalid:9092");
    }

    private StartChecks checks(String brokers, String prefix) {
        var settings =
                Settings.defaults(ServiceSettings.class, "--bootstrap-servers", brokers, "--topic-prefix", prefix);
        var connection = new KafkaConnection(settings, Map.of());
        return new StartChecks(connection, Duration.ofSeconds(2), health.gate("streams"));
    }
}
