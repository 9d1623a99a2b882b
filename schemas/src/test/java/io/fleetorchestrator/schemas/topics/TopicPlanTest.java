package io.fleetorchestrator.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.schemas.topics.TopicStatus.Difference;
import io.fleetorchestrator.schemas.topics.TopicStatus.State;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TopicPlanTest {

    private static final TopicPlan PLAN = TopicPlan.of("fleet.", 3);

    @Test
    void showsAMissingTopicWithItsPlannedPartitions() {
        var status = PLAN.compared(Topics.TELEMETRY_READINGS, Optional.empty());

        assertThat(status.name()).isEqualTo("fleet.telemetry.readings");
        assertThat(status.state()).isEqualTo(State.MISSING);
        assertThat(status.partitions()).isEqualTo(6);
    }

    @Test
    void changesPartitionsExceptOfTopicsThatEveryConsumerReadsWhole() {
        var wide = PLAN.withPartitions(48);

        assertThat(wide.compared(Topics.TELEMETRY_READINGS, Optional.empty()).partitions())
                .isEqualTo(48);
        assertThat(wide.compared(Topics.FORECAST_MODELS, Optional.empty()).partitions())
                .isEqualTo(1);
    }

    @Test
    void changesNothingIfAllIsAsPlanned() {
        assertThat(compared(Topics.FORECAST_MODELS, 1, 3, Map.of()).state()).isEqualTo(State.AS_PLANNED);
    }

    @Test
    void acceptsCleanupPoliciesInAnyOrder() {
        assertThat(compared(Topics.FORECAST_INTERVALS, 6, 3, Map.of("cleanup.policy", "delete,compact"))
                        .state())
                .isEqualTo(State.AS_PLANNED);
    }

    @Test
    void raisesLimitsThatAreTooLow() {
        var status = compared(Topics.FORECAST_MODELS, 1, 3, Map.of("max.message.bytes", "1048588"));

        assertThat(status.state()).isEqualTo(State.NARROW);
        assertThat(status.widenings()).containsExactly(new Difference("max.message.bytes", "8388608", "1048588", true));
    }

    @Test
    void keepsForecastsOfTheLastDaysWhereTheyWereCompactedAtOnce() {
        var status = compared(Topics.FORECAST_INTERVALS, 6, 3, Map.of("min.compaction.lag.ms", "0"));

        assertThat(status.widenings()).containsExactly(new Difference("min.compaction.lag.ms", "691200000", "0", true));
    }

    @Test
    void keepsReadingsAsLongAsThePublishedHistory() {
        var plan = PLAN.keepingReadings(Duration.ofDays(67));

        assertThat(plan.topics())
                .hasSameSizeAs(Topics.all())
                .filteredOn(topic -> !Topics.all().contains(topic))
                .singleElement()
                .satisfies(topic -> {
                    assertThat(topic.name()).isEqualTo(Topics.TELEMETRY_READINGS.name());
                    assertThat(topic.effectiveConfig()).containsEntry("retention.ms", "5788800000");
                });
    }

    @Test
    void doesNotLowerLimits() {
        var longer = compared(Topics.TELEMETRY_READINGS, 6, 3, Map.of("retention.ms", "2592000000"));
        var forEver = compared(Topics.TELEMETRY_READINGS, 6, 3, Map.of("retention.ms", "-1"));

        assertThat(List.of(longer, forEver)).allSatisfy(status -> {
            assertThat(status.state()).isEqualTo(State.DRIFTED);
            assertThat(status.widenings()).isEmpty();
        });
    }

    @Test
    void reportsPartitionsReplicasAndPoliciesButNeverChangesThem() {
        var status = compared(Topics.FLEET_PROFILES, 12, 1, Map.of("cleanup.policy", "delete"));

        assertThat(status.state()).isEqualTo(State.DRIFTED);
        assertThat(status.drift())
                .extracting(Difference::toString)
                .containsExactly(
                        "partitions is 12, planned is 6: left as it is",
                        "replication factor is 1, planned is 3: left as it is",
                        "cleanup.policy is delete, planned is compact: left as it is");
    }

    @Test
    void usesTheDefaultReplicationOfTheCluster() {
        var plan = TopicPlan.of("fleet.", 0);

        assertThat(plan.compared(
                                Topics.FLEET_PROFILES,
                                Optional.of(new ActualTopic(6, 2, planned(Topics.FLEET_PROFILES))))
                        .state())
                .isEqualTo(State.AS_PLANNED);
    }

    @Test
    void printsATable() {
        var report = new TopicReport(List.of(
                PLAN.compared(Topics.TELEMETRY_READINGS, Optional.empty()),
                compared(Topics.FORECAST_MODELS, 1, 3, Map.of("max.message.bytes", "1048588"))));

        assertThat(report.table().lines().map(String::stripTrailing))
                .containsExactly(
                        "TOPIC                        PARTITIONS  CLEANUP         RETENTION  STATE",
                        "fleet.telemetry.readings              6  delete          7 d        missing",
                        "fleet.forecast.models                 1  compact         forever    to be widened",
                        "    max.message.bytes is 1048588, planned is 8388608");
        assertThat(report.isApplied()).isFalse();
        assertThat(report.missing()).containsExactly("fleet.telemetry.readings");
    }

    private static TopicStatus compared(Topic<?> topic, int partitions, int replicas, Map<String, String> otherwise) {
        var config = new HashMap<>(planned(topic));
        config.putAll(otherwise);
        return PLAN.compared(topic, Optional.of(new ActualTopic(partitions, replicas, config)));
    }

    private static Map<String, String> planned(Topic<?> topic) {
        return topic.effectiveConfig();
    }
}
