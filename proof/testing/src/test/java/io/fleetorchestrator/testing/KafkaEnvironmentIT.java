package io.fleetorchestrator.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.topics.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KafkaEnvironmentIT {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @RegisterExtension
    static final KafkaEnvironment kafka = KafkaEnvironment.isolated();

    @Test
    void brokerSpeaksTheSecondTransactionProtocol() throws Exception {
        try (var admin = kafka.admin()) {
            var features = admin.describeFeatures().featureMetadata().get().finalizedFeatures();

            then(features.get("transaction.version"))
                    .extracting(FinalizedVersionRange::maxVersionLevel)
                    .isEqualTo((short) 2);
        }
    }

    @Test
    void recordsKeepTheirTimestampsHoweverOld() {
        // given
        var topics = kafka.freshTopics();

        // when
        topics.sendBytes(Topics.TELEMETRY_READINGS, "arizona", "hot".getBytes(UTF_8), AT);

        // then
        then(topics.awaitBytes(Topics.TELEMETRY_READINGS, 1))
                .extracting(ConsumerRecord::timestamp)
                .containsExactly(AT.toEpochMilli());
    }

    @Test
    void readersSeeATransactionOnceItIsCommitted() {
        // given
        var topics = kafka.freshTopics();
        try (var producer = transactional()) {
            producer.initTransactions();
            producer.beginTransaction();
            var sent = producer.send(new ProducerRecord<>(topics.name(Topics.DEAD_LETTER), new byte[] {1}));

            // when
            producer.commitTransaction();
            then(sent).isDone();
        }

        // then
        then(topics.awaitBytes(Topics.DEAD_LETTER, 1)).hasSize(1);
    }

    private static Producer<byte[], byte[]> transactional() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "writer"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Test
    void valuesComeBackThroughTheRegistry() {
        // given
        var topics = kafka.freshTopics();
        var reading = TelemetryReading.newBuilder()
                .setRegion("arizona")
                .setObservedAt(AT)
                .setTemperatureC(31.5)
                .build();

        // when
        topics.send(Topics.TELEMETRY_READINGS, "arizona", reading, AT);

        // then
        then(topics.await(Topics.TELEMETRY_READINGS, 1))
                .extracting(ConsumerRecord::value)
                .containsExactly(reading);
    }

    @Test
    void spacesDoNotSeeEachOther() {
        // given
        var mine = kafka.freshTopics();
        var theirs = kafka.freshTopics();

        // when
        theirs.sendBytes(Topics.DEAD_LETTER, "key", new byte[] {1}, AT);

        // then
        then(theirs.allBytes(Topics.DEAD_LETTER)).hasSize(1);
        then(mine.allBytes(Topics.DEAD_LETTER)).isEmpty();
    }

    @Test
    void brokerKeepsItsAddressAndDataOverARestart() {
        // given
        var topics = kafka.freshTopics();
        topics.sendBytes(Topics.DEAD_LETTER, "key", "before".getBytes(UTF_8), AT);

        // when
        kafka.restartBroker();
        topics.sendBytes(Topics.DEAD_LETTER, "key", "after".getBytes(UTF_8), AT);

        // then
        then(topics.awaitBytes(Topics.DEAD_LETTER, 2))
                .extracting(record -> new String(record.value(), UTF_8))
                .containsExactly("before", "after");
    }

    @Test
    void registryKeepsItsAddressAndSchemasOverARestart() throws Exception {
        // given
        var subject = URI.create(kafka.registryUrl() + "/subjects/restart-value/versions");
        post(subject, "{\"schema\": \"\\\"string\\\"\"}");

        // when
        kafka.stopRegistry();
        kafka.startRegistry();

        // then
        then(get(subject)).isEqualTo("[1]");
    }

    private static void post(URI uri, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString(body))
                .build();
        then(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
