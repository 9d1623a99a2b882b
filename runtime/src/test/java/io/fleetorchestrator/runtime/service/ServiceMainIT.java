package io.fleetorchestrator.runtime.service;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.testing.ChildService;
import io.fleetorchestrator.testing.KafkaEnvironment;
import io.fleetorchestrator.testing.TopicSpace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ServiceMainIT {

    private static final int READINGS = 20;

    @RegisterExtension
    static final KafkaEnvironment kafka = KafkaEnvironment.shared();

    private final TopicSpace topics = kafka.freshTopics();

    @TempDir
    private Path state;

    @Test
    void stopsWithItsWorkCommittedWhenTerminated() throws Exception {
        try (var relay = start().awaitReady()) {
            // given
            for (var i = 0; i < READINGS; i++) {
                Relay.send(topics, "region-" + i);
            }
            topics.await(RelayMain.RELAYED, READINGS);

            // when
            var exit = relay.terminate();

            // then
            then(exit).isZero();
            then(committed()).isGreaterThanOrEqualTo(READINGS);
            then(topics.all(RelayMain.RELAYED)).hasSize(READINGS);
            then(relay.output()).contains("Stopped relay");
        }
    }

    @Test
    void endsItsOwnTransactionAfterARestart() throws Exception {
        for (int run = 0; run < 2; run++) {
            try (var relay = start("--instance-id", "one")) {
                Relay.send(topics, "region-" + run);
                topics.await(RelayMain.RELAYED, run + 1);
                relay.kill();
            }
        }

        // then the second instance ended the transaction of the first, which was killed, and no timeout did
        then(transactionalIds()).containsExactly(topics.prefix() + "relay-one-1");
    }

    @Test
    void servesHealthTopologyAndMetrics() {
        try (var relay = start().awaitReady()) {
            then(relay.get("/health/ready")).contains("READY");
            then(relay.get("/topology")).contains("checked", "relayed");
            then(relay.get("/metrics"))
                    .contains("kafka_stream_", "jvm_memory_used_bytes", "fleet_build_info", "service=\"relay\"");
        }
    }

    @Test
    void exitsWithAFailureWhenItFailsTooOften() {
        try (var relay = start("--max-failures", "1").awaitReady()) {
            // when
            Relay.send(topics, RelayMain.BREAKING_REGION);

            // then
            then(relay.awaitExit()).isEqualTo(ServiceExitCode.FAILURE.number());
        }
    }

    @Test
    void doesNotStartWithoutItsTopics() {
        try (var relay = ChildService.start(
                RelayMain.class,
                "--bootstrap-servers",
                kafka.bootstrapServers(),
                "--topic-prefix",
                "nowhere.",
                "--start-timeout",
                "PT1S")) {
            then(relay.awaitExit()).isEqualTo(ServiceExitCode.START_CHECK.number());
            then(relay.output()).contains("fleet topics apply --bootstrap-servers " + kafka.bootstrapServers());
        }
    }

    @Test
    void doesNotStartWithAMisspeltSetting() {
        try (var relay = start("--comit-interval", "PT1S")) {
            then(relay.awaitExit()).isEqualTo(ServiceExitCode.USAGE.number());
            then(relay.output()).contains("did you mean commit-interval?");
        }
    }

    @Test
    void stopsWhenTerminatedWhileItStillWaits() {
        try (var relay = ChildService.start(RelayMain.class, "--bootstrap-servers", "localhost:1")) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> relay.get("/health/ready").contains("waiting for broker localhost:1"));
            then(relay.terminate()).isZero();
        }
    }

    private ChildService start(String... flags) {
        var all = Stream.concat(Arrays.stream(topics.flags(flags)), Stream.of("--state-dir", state.toString()));
        return ChildService.start(RelayMain.class, all.toArray(String[]::new));
    }

    private Stream<String> transactionalIds() throws ExecutionException, InterruptedException {
        try (var admin = kafka.admin()) {
            return admin.listTransactions().all().get().stream()
                    .map(TransactionListing::transactionalId)
                    .filter(id -> id.startsWith(topics.prefix()));
        }
    }

    private long committed() throws ExecutionException, InterruptedException {
        try (var admin = kafka.admin()) {
            return admin
                    .listConsumerGroupOffsets(topics.prefix() + "relay")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        }
    }
}
