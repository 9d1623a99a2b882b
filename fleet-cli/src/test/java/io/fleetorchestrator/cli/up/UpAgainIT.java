package io.fleetorchestrator.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fleet up --data-dir}, killed again and again, with unreadable records on every topic before each kill. */
class UpAgainIT {

    /** Ten by {@code -Dfleet.kills=10}. */
    private static final int KILLS = Integer.getInteger("fleet.kills", 2);

    private static final int REQUESTS = 40;

    @TempDir
    Path home;

    @Test
    void startsAgainAfterNoiseOnEveryTopicAndAfterEveryKill() throws Exception {
        try (var fleet = new KeptFleet(home, home.resolve("data"))) {
            fleet.awaitAtWork();
            for (int kill = 0; kill < KILLS; kill++) {
                // given unreadable records on every topic, and requests of which some are decided
                publishNoise(fleet, kill);
                assertThat(fleet.submit("kill-" + kill, REQUESTS)).isTrue();

                // when
                fleet.kill();
                fleet.startAgain();

                // then
                fleet.awaitAtWork();
            }

            assertThat(fleet.awaitDecisions().values()).as("times decided").containsOnly(1);
            assertThat(fleet.output()).doesNotContain("have not caught up", "Exception", "Showing activity failed");
            everyCommandAnswers(fleet);
        }
    }

    private static void everyCommandAnswers(KeptFleet fleet) {
        for (var words : List.of(
                "decisions --last 5",
                "coverage",
                "forecasts arizona",
                "profiles show",
                "what-if --from arizona --to ireland --shift 5",
                "submit --home ireland --power-mw 0.01 --hours 1 --wait PT3M")) {
            var typed = fleet.type(words.split(" "));
            assertThat(typed.exitCode()).as(words + ": " + typed.err()).isIn(ExitCode.OK, ExitCode.BLOCKED);
        }
        assertThat(fleet.type("decisions").err())
                .containsPattern("skipped fleet\\.workload\\.decisions-\\d@\\d+, an unusable record: ");
        assertThat(fleet.type("decisions", "--id", "nothing"))
                .matches(typed -> typed.exitCode() == ExitCode.FAILED)
                .matches(typed -> typed.err().contains("no decision on request 'nothing'"));
        assertThat(fleet.type("submit", "--home", "arizonna", "--power-mw", "1", "--hours", "1"))
                .matches(typed -> typed.exitCode() == ExitCode.USAGE)
                .matches(typed -> typed.err().contains("Did you mean arizona?"));
    }

    private static void publishNoise(KeptFleet fleet, int seed) throws Exception {
        var random = new Random(seed);
        var config = fleet.cluster().kafka().producer();
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            for (var topic : Topics.all()) {
                for (var key : new String[] {"arizona", "global", "poisoned", "", null}) {
                    for (int length : new int[] {0, 1, 5, 200}) {
                        var bytes = new byte[length];
                        random.nextBytes(bytes);
                        publish(producer, new ProducerRecord<>(topic.name(Topics.DEFAULT_PREFIX), key, bytes));
                    }
                }
                publishNothing(producer, topic);
            }
        }
    }

    /** A record without a value; in compacted topics, the deletion of an unknown key. */
    private static void publishNothing(Producer<String, byte[]> producer, Topic<?> topic) throws Exception {
        publish(producer, new ProducerRecord<>(topic.name(Topics.DEFAULT_PREFIX), "nobody", null));
    }

    /** Compacted topics reject records without a key. */
    private static void publish(Producer<String, byte[]> producer, ProducerRecord<String, byte[]> record)
            throws Exception {
        try {
            producer.send(record).get();
        } catch (ExecutionException refused) {
            assertThat(refused).hasCauseInstanceOf(InvalidRecordException.class);
            assertThat(record.key()).isNull();
        }
    }
}
