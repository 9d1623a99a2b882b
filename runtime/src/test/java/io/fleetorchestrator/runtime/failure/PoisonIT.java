package io.fleetorchestrator.runtime.failure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.runtime.service.Relay;
import io.fleetorchestrator.runtime.service.RelayMain;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.KafkaEnvironment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PoisonIT {

    @RegisterExtension
    static final KafkaEnvironment kafka = KafkaEnvironment.shared();

    @TempDir
    private Path state;

    @Test
    void deadLettersPoisonRecordsAndProcessesTheOthers() throws Exception {
        // given
        var topics = kafka.freshTopics();
        try (var relay = Relay.start(state, topics.flags())) {

            // when
            Relay.send(topics, "arizona");
            var poison = topics.sendBytes(
                    Topics.TELEMETRY_READINGS,
                    "arizona",
                    "not avro".getBytes(UTF_8),
                    Instant.now().plusSeconds(86_400));
            Relay.send(topics, "arizona");

            // then
            then(topics.await(RelayMain.RELAYED, 2))
                    .extracting(ConsumerRecord::key)
                    .containsOnly("arizona");
            var letter = topics.awaitDeadLetters(1).get(0);
            then(letter.key()).isEqualTo("arizona");
            then(letter.value()).isEqualTo("not avro".getBytes(UTF_8));
            then(letter.headers())
                    .containsAllEntriesOf(Map.of(
                            "__streams.errors.topic",
                            topics.name(Topics.TELEMETRY_READINGS),
                            "__streams.errors.partition",
                            Integer.toString(poison.partition()),
                            "__streams.errors.offset",
                            Long.toString(poison.offset()),
                            DeadLetters.REASON_HEADER,
                            "UNREADABLE"))
                    .containsKeys("__streams.errors.exception", "__streams.errors.message");
            then(relay.health().isReady()).isTrue();
        }
    }

    @Test
    void deadLettersRejectedRecords() throws Exception {
        // given
        var topics = kafka.freshTopics();
        try (var relay = Relay.start(state, topics.flags())) {

            // when
            Relay.send(topics, RelayMain.REFUSED_REGION);
            Relay.send(topics, "ireland");

            // then
            then(topics.await(RelayMain.RELAYED, 1))
                    .extracting(ConsumerRecord::key)
                    .containsExactly("ireland");
            then(topics.awaitDeadLetters(1).get(0).headers())
                    .containsEntry(DeadLetters.REASON_HEADER, "UNKNOWN_REGION")
                    .containsEntry("__streams.errors.message", "no such region");
            then(relay.health().isAlive()).isTrue();
        }
    }

    @Test
    void deadLettersOnlyTheInputOfAnOutputThatIsTooLarge() throws Exception {
        // given
        var topics = kafka.freshTopics();
        try (var relay = Relay.start(state, topics.flags())) {
            // when
            Relay.send(topics, "arizona");
            var amplified = Relay.send(topics, RelayMain.AMPLIFIED_REGION, incompressible(400_000));
            Relay.send(topics, RelayMain.AMPLIFIED_REGION);
            Relay.send(topics, "ireland");

            // then
            then(topics.await(RelayMain.RELAYED, 3))
                    .extracting(ConsumerRecord::key)
                    .containsExactlyInAnyOrder("arizona", RelayMain.AMPLIFIED_REGION, "ireland");
            var letter = topics.awaitDeadLetters(1).get(0);
            then(letter.key()).isEqualTo(RelayMain.AMPLIFIED_REGION);
            then(letter.value()).hasSizeGreaterThan(400_000);
            then(letter.headers())
                    .containsEntry(DeadLetters.REASON_HEADER, "OUTPUT_TOO_LARGE")
                    .containsEntry("__streams.errors.topic", topics.name(Topics.TELEMETRY_READINGS))
                    .containsEntry("__streams.errors.partition", Integer.toString(amplified.partition()))
                    .containsEntry("__streams.errors.offset", Long.toString(amplified.offset()));
            then(relay.health().isReady()).isTrue();
        }
    }

    @Test
    void cutsAnInputThatIsTooLargeForADeadLetter() throws Exception {
        // given a record that its topic accepts only because it is compressed
        var topics = kafka.freshTopics();
        try (var relay = Relay.start(state, topics.flags())) {
            // when
            topics.sendCompressed(Topics.TELEMETRY_READINGS, "arizona", new byte[40 * 1024 * 1024]);
            Relay.send(topics, "arizona");

            // then
            then(topics.await(RelayMain.RELAYED, 1))
                    .extracting(ConsumerRecord::key)
                    .containsExactly("arizona");
            var letter = topics.awaitDeadLetters(1).get(0);
            then(letter.value()).hasSize(1024 * 1024);
            then(letter.headers())
                    .containsEntry(DeadLetters.REASON_HEADER, "UNREADABLE")
                    .hasEntrySatisfying("__fleet.cut", cut -> then(cut).contains("1048576 of 41943040 of the value"));
            then(relay.health().isReady()).isTrue();
        }
    }

    private static String incompressible(int length) {
        var letters = new Random(7).ints(length, 'a', 'z' + 1);
        return letters.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
