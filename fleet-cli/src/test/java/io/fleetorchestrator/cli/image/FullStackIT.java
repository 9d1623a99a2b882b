package io.fleetorchestrator.cli.image;

import static org.assertj.core.api.BDDAssertions.then;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.KafkaEnvironment;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.RegisterExtension;

@EnabledIf(
        value = "imagesAreThere",
        disabledReason = "needs Docker, and FLEET_TEST_IMAGE, FLEET_TEST_KAFKA_IMAGE and FLEET_TEST_REGISTRY_IMAGE")
class FullStackIT {

    /** Until the forecasts have caught up with the present: a minute on an idle machine. */
    private static final Duration CATCH_UP = Duration.ofMinutes(6);

    private static final String WORKLOAD = "{\"homeRegion\": \"arizona\", \"powerMw\": 2, \"durationHours\": 4}";

    @RegisterExtension
    static final KafkaEnvironment kafka = KafkaEnvironment.isolated();

    private static FullStack stack;

    static boolean imagesAreThere() {
        return System.getenv("FLEET_TEST_IMAGE") != null && KafkaEnvironment.runsInDocker();
    }

    @BeforeAll
    static void start() {
        kafka.registryUrl();
        stack = new FullStack(System.getenv("FLEET_TEST_IMAGE"), kafka.network());
        stack.start();
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void aSubmittedWorkloadGetsItsDecision() {
        var answer = approved();

        then(answer.at("/decision/placement/region").asText()).isIn("arizona", "ireland", "wyoming");
        then(answer.at("/decision/evidence").isObject()).isTrue();
    }

    @Test
    void noServiceIsRootAndOnlyStateIsWritable() throws Exception {
        for (var service : stack.services()) {
            then(service.inside("id", "-u").output()).isEqualTo("10001");
            then(service.inside("touch", "/opt/fleet/fleet-cli.jar").succeeded())
                    .isFalse();
            then(service.inside("touch", "/etc/mark").succeeded()).isFalse();
            then(service.inside("touch", "/var/lib/fleet/mark").succeeded()).isTrue();
        }
    }

    @Test
    void theSchedulerStopsWithItsStateCommittedAndContinues() throws Exception {
        // given
        approved();

        // when
        var code = stack.scheduler().terminate();

        // then
        then(code).isZero();
        try (var admin = kafka.admin()) {
            var written = endOffsets(admin);
            then(written).isNotEmpty();
            then(committedOffsets(admin)).containsAllEntriesOf(written);
        }

        // when
        stack.scheduler().resume();

        // then
        approved();
    }

    /** Retries as long as the forecasts are stale. */
    private static JsonNode approved() {
        return Awaitility.await("a workload to be approved")
                .atMost(CATCH_UP)
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> stack.submit(WORKLOAD),
                        answer -> "APPROVED".equals(answer.path("status").asText()));
    }

    private static Map<TopicPartition, Long> endOffsets(Admin admin) throws Exception {
        var requests = Topics.WORKLOAD_REQUESTS.name(Topics.DEFAULT_PREFIX);
        var asked = IntStream.range(0, Topics.WORKLOAD_REQUESTS.partitions())
                .boxed()
                .collect(Collectors.toMap(
                        number -> new TopicPartition(requests, number), number -> OffsetSpec.latest()));
        return admin.listOffsets(asked).all().get().entrySet().stream()
                .filter(end -> end.getValue().offset() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static Map<TopicPartition, Long> committedOffsets(Admin admin) throws Exception {
        var committed = admin.listConsumerGroupOffsets(Topics.DEFAULT_PREFIX + "scheduler")
                .partitionsToOffsetAndMetadata()
                .get();
        return committed.entrySet().stream()
                .filter(offset -> offset.getValue() != null)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }
}
