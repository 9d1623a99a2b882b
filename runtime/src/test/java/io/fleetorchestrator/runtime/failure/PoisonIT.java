package io.fleetorchestrator.runtime.failure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.runtime.service.Relay;
import io.fleetorchestrator.runtime.service.RelayMain;
import io.fleetorchestrator.runtime.testing.KafkaEnvironment;
import io.fleetorchestrator.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
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
    void setsPoisonAsideWithItsStoryWhileItsNeighboursGoThrough() throws Exception {
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
    void setsAsideWhatOurRulesRefuse() throws Exception {
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
}
