package io.fleetorchestrator.runtime.failure;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.serdes.StateUnreadableException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private enum Reason {
        LATE
    }

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver = new TopologyTestDriver(topology(), config());
    private final TestInputTopic<String, String> input =
            driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
    private final TestOutputTopic<String, String> output =
            driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer());
    private final TestOutputTopic<String, String> deadLetters =
            driver.createOutputTopic("dead-letter", new StringDeserializer(), new StringDeserializer());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void deadLettersUnreadableRecordsAndProcessesTheOthers() {
        // when
        pipe("before");
        pipe("unreadable");
        pipe("after");

        // then
        then(output.readValuesToList()).containsExactly("before", "after");
        var letter = deadLetters.readRecord();
        then(letter.key()).isEqualTo("arizona");
        then(letter.value()).isEqualTo("unreadable");
        then(letter.getRecordTime()).isEqualTo(NOON);
        then(header(letter.headers(), "__streams.errors.exception")).contains("SerializationException");
        then(header(letter.headers(), "__streams.errors.message")).isEqualTo("no magic byte");
        then(header(letter.headers(), "__streams.errors.topic")).isEqualTo("in");
        then(header(letter.headers(), "__streams.errors.partition")).isEqualTo("0");
        then(header(letter.headers(), "__streams.errors.offset")).isEqualTo("1");
        then(header(letter.headers(), DeadLetters.REASON_HEADER)).isEqualTo("UNREADABLE");
        then(counted("UNREADABLE")).isEqualTo(1);
    }

    @Test
    void deadLettersRejectedRecordsUnchangedWithTheReason() {
        // when
        pipe("late");

        // then
        var letter = deadLetters.readRecord();
        then(letter.key()).isEqualTo("arizona");
        then(letter.value()).isEqualTo("late");
        then(header(letter.headers(), DeadLetters.REASON_HEADER)).isEqualTo("LATE");
        then(header(letter.headers(), "__streams.errors.message")).isEqualTo("the hour is closed");
        then(header(letter.headers(), "__streams.errors.offset")).isEqualTo("0");
        then(output.isEmpty()).isTrue();
        then(counted("LATE")).isEqualTo(1);
    }

    @Test
    void deadLettersRecordsOnWhichOurCodeFails() {
        // when
        pipe("trap");
        pipe("after");

        // then
        then(header(deadLetters.readRecord().headers(), DeadLetters.REASON_HEADER))
                .isEqualTo("UNPROCESSABLE");
        then(output.readValuesToList()).containsExactly("after");
        then(counted("UNPROCESSABLE")).isEqualTo(1);
    }

    @Test
    void neverDeadLettersARecordForAnOutageOwnStateOrAMissingPermission() {
        thenThrownBy(() -> pipe("registry-down")).hasRootCauseInstanceOf(TimeoutException.class);
        then(deadLetters.isEmpty()).isTrue();
        thenThrownBy(() -> pipe("state-of-tomorrow")).hasRootCauseInstanceOf(StateUnreadableException.class);
        then(deadLetters.isEmpty()).isTrue();
        thenThrownBy(() -> pipe("forbidden")).hasRootCauseInstanceOf(TopicAuthorizationException.class);
        then(deadLetters.isEmpty()).isTrue();
        then(meters.get("fleet.dead.letters").counters())
                .extracting(Counter::count)
                .containsOnly(0.0);
    }

    @Test
    void deadLettersTheInputOfAnOutputThatIsTooLarge() {
        // when
        pipe("before");
        pipe("huge");
        pipe("after");

        // then
        then(output.readValuesToList()).containsExactly("before", "after");
        var letter = deadLetters.readRecord();
        then(letter.key()).isEqualTo("arizona");
        then(letter.value()).isEqualTo("huge");
        then(header(letter.headers(), DeadLetters.REASON_HEADER)).isEqualTo("OUTPUT_TOO_LARGE");
        then(header(letter.headers(), "__streams.errors.message"))
                .isEqualTo("A record for out has 70000 bytes of key, more than the 65536 that are allowed");
        then(header(letter.headers(), "__streams.errors.topic")).isEqualTo("in");
        then(header(letter.headers(), "__streams.errors.partition")).isEqualTo("0");
        then(header(letter.headers(), "__streams.errors.offset")).isEqualTo("1");
        then(counted("OUTPUT_TOO_LARGE")).isEqualTo(1);
    }

    @Test
    void deadLettersTheInputOfAnOutputThatCannotBeSerialized() {
        pipe("unwritable");
        pipe("after");

        then(header(deadLetters.readRecord().headers(), DeadLetters.REASON_HEADER))
                .isEqualTo("OUTPUT_UNWRITABLE");
        then(output.readValuesToList()).containsExactly("after");
    }

    @Test
    void deadLettersNothingWhileTheRegistryIsDown() {
        thenThrownBy(() -> pipe("write-when-registry-is-down")).hasRootCauseInstanceOf(TimeoutException.class);

        then(deadLetters.isEmpty()).isTrue();
    }

    @Test
    void shortensMessagesThatQuoteTheirRecord() {
        pipe("trap " + "x".repeat(900_000));

        var headers = deadLetters.readRecord().headers();
        then(header(headers, "__streams.errors.message")).hasSize(16 * 1024);
        then(header(headers, "__streams.errors.stacktrace")).hasSize(16 * 1024);
        then(header(headers, "__streams.errors.offset")).isEqualTo("0");
    }

    private void pipe(String value) {
        input.pipeInput("arizona", value, NOON);
    }

    private double counted(String reason) {
        return meters.get("fleet.dead.letters").tag("reason", reason).counter().count();
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private Properties config() {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "dead-letter-test");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:9092");
        // Not exactly-once: with it the test driver drops records that are sent while a record is deserialized.
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        config.put(StreamsConfig.STATE_DIR_CONFIG, System.getProperty("java.io.tmpdir"));
        config.putAll(FailurePolicy.handlers("dead-letter", meters));
        return config;
    }

    private static Topology topology() {
        var builder = new StreamsBuilder();
        builder.stream("in", Consumed.with(Serdes.String(), pickyText()))
                .mapValues(DeadLetterTest::checked, Named.as("checked"))
                .selectKey((key, value) -> value.equals("huge") ? "k".repeat(70_000) : key, Named.as("keyed"))
                .to(
                        "out",
                        Produced.with(
                                AvroSerdes.keySerde(), Serdes.serdeFrom(pickyWriter(), new StringDeserializer())));
        return builder.build();
    }

    private static Serializer<String> pickyWriter() {
        return (topic, value) -> switch (value) {
            case "unwritable" -> throw new SerializationException("a null in a field that takes none");
            case "write-when-registry-is-down" -> throw new TimeoutException("registry is down");
            default -> value.getBytes(StandardCharsets.UTF_8);
        };
    }

    private static Serde<String> pickyText() {
        Deserializer<String> picky = (topic, bytes) -> switch (new String(bytes, StandardCharsets.UTF_8)) {
            case "unreadable" -> throw new SerializationException("no magic byte");
            case "registry-down" -> throw new TimeoutException("registry is down");
            default -> new String(bytes, StandardCharsets.UTF_8);
        };
        return Serdes.serdeFrom(new StringSerializer(), picky);
    }

    private static String checked(String value) {
        if (value.startsWith("trap ")) {
            throw new IllegalArgumentException(value);
        }
        return switch (value) {
            case "late" -> throw DeadLetters.reject(Reason.LATE, "the hour is closed");
            case "trap" -> throw new IllegalArgumentException("a defect");
            case "state-of-tomorrow" -> throw new StateUnreadableException("regions", "format 9", null);
            case "forbidden" -> throw new TopicAuthorizationException("out");
            default -> value;
        };
    }
}
