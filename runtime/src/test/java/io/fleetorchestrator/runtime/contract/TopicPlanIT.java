package io.fleetorchestrator.runtime.contract;

import static org.assertj.core.api.BDDAssertions.then;
import static org.awaitility.Awaitility.await;

import io.fleetorchestrator.schemas.topics.TopicPlan;
import io.fleetorchestrator.schemas.topics.TopicStatus;
import io.fleetorchestrator.schemas.topics.TopicStatus.State;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.KafkaEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TopicPlanIT {

    @RegisterExtension
    static final KafkaEnvironment kafka = KafkaEnvironment.shared();

    private final TopicPlan plan = TopicPlan.of("plan" + UUID.randomUUID() + ".", 1);
    private Admin admin;

    @BeforeEach
    void connect() {
        admin = kafka.admin();
    }

    @AfterEach
    void disconnect() {
        admin.close();
    }

    @Test
    void showsMissingTopicsAndChangesNothing() {
        then(plan.describe(admin).topics()).extracting(TopicStatus::state).containsOnly(State.MISSING);
        then(plan.describe(admin).missing()).hasSameSizeAs(Topics.all());
    }

    @Test
    void createsAllTopicsOnceAndThenFindsNothingToDo() {
        then(plan.apply(admin).topics()).extracting(TopicStatus::state).containsOnly(State.CREATED);

        then(plan.apply(admin).topics()).extracting(TopicStatus::state).containsOnly(State.AS_PLANNED);
        then(plan.describe(admin).isApplied()).isTrue();
    }

    @Test
    void raisesARetentionThatWasLowered() throws Exception {
        // given
        plan.apply(admin);
        set(Topics.TELEMETRY_READINGS.name(plan.prefix()), TopicConfig.RETENTION_MS_CONFIG, "3600000");

        // when
        var report = plan.apply(admin);

        // then
        then(report.topics())
                .filteredOn(status -> status.state() == State.WIDENED)
                .extracting(TopicStatus::topic)
                .containsExactly(Topics.TELEMETRY_READINGS);
        then(plan.describe(admin).isApplied()).isTrue();
    }

    @Test
    void reportsOtherPartitionCountsAndDoesNotChangeThem() throws Exception {
        // given
        var name = Topics.WORKLOAD_REQUESTS.name(plan.prefix());
        admin.createTopics(List.of(new NewTopic(name, 3, (short) 1))).all().get();

        // when
        plan.apply(admin);

        // then
        var status = plan.describe(admin).topics().stream()
                .filter(topic -> topic.name().equals(name))
                .findFirst()
                .orElseThrow();
        then(status.state()).isEqualTo(State.DRIFTED);
        then(status.drift()).hasToString("[partitions is 3, planned is 6: left as it is]");
    }

    private void set(String topic, String setting, String value) throws InterruptedException, ExecutionException {
        var order = new AlterConfigOp(new ConfigEntry(setting, value), OpType.SET);
        admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(order)))
                .all()
                .get();
        await().atMost(Duration.ofMinutes(1)).until(() -> !plan.describe(admin).isApplied());
    }
}
