package io.fleetorchestrator.runtime.contract;

import static org.assertj.core.api.BDDAssertions.then;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.ForeignClient;
import io.fleetorchestrator.testing.KafkaEnvironment;
import io.fleetorchestrator.testing.TopicSpace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaRoundTripIT {

    @RegisterExtension
    static final KafkaEnvironment kafka = KafkaEnvironment.shared();

    private static final Instant AT = Instant.parse("2017-06-12T10:00:00Z");
    private static final long SEED = 20_170_612;

    /** Before the fields that later versions added, each with a default. */
    private static final String OLDER_READING = """
            {"type": "record", "name": "TelemetryReading", "namespace": "io.fleetorchestrator.schemas.contract",
             "fields": [{"name": "region", "type": "string"},
                        {"name": "observedAt", "type": {"type": "long", "logicalType": "timestamp-millis"}}]}""";

    private static TopicSpace topics;
    private static Registry registry;

    @BeforeAll
    static void publishTheContract() {
        topics = kafka.freshTopics();
        registry = new Registry(kafka.registryUrl());
        topics.serdes().publish(topics.prefix());
    }

    static Stream<Topic<?>> contractTopics() {
        return Topics.all().stream().filter(topic -> topic.valueType() != byte[].class);
    }

    @ParameterizedTest
    @MethodSource("contractTopics")
    <V> void everySchemaGoesThroughBrokerAndRegistry(Topic<V> topic) throws IOException {
        // given: a value that was written without our code
        var foreign = written(published(topic), random(published(topic)));
        topics.sendBytes(topic, "key", foreign, AT);
        var value = topics.await(topic, 1).get(0).value();

        // when
        topics.send(topic, "key", value, AT);

        // then
        then(topics.await(topic, 2)).extracting(ConsumerRecord::value).containsExactly(value, value);
        then(topics.awaitBytes(topic, 2)).extracting(ConsumerRecord::value).containsExactly(foreign, foreign);
    }

    @ParameterizedTest
    @MethodSource("contractTopics")
    void everySubjectAcceptsOnlySchemasCompatibleWithAllVersions(Topic<?> topic) {
        then(registry.get("/config/" + subject(topic))
                        .findValue("compatibilityLevel")
                        .asText())
                .isEqualTo("FULL_TRANSITIVE");
    }

    @Test
    void publishingAgainChangesNothing() {
        var ids = topics.serdes().publish(topics.prefix());

        then(topics.serdes().publish(topics.prefix())).isEqualTo(ids).hasSize(9);
        then(registry.get("/subjects/" + subject(Topics.FLEET_PROFILES) + "/versions"))
                .hasSize(1);
    }

    @Test
    void valuesOfOlderWritersAreRead() throws IOException {
        // given
        var space = kafka.freshTopics();
        var subject = space.name(Topics.TELEMETRY_READINGS) + "-value";
        then(registry.register(subject, OLDER_READING).statusCode()).isEqualTo(200);
        space.serdes().publish(space.prefix());

        // when
        space.sendBytes(Topics.TELEMETRY_READINGS, "wyoming", written(older(subject), olderReading()), AT);

        // then
        then(space.await(Topics.TELEMETRY_READINGS, 1))
                .extracting(ConsumerRecord::value)
                .containsExactly(TelemetryReading.newBuilder()
                        .setRegion("wyoming")
                        .setObservedAt(AT)
                        .build());
    }

    @Test
    void theRegistryRejectsARenamedField() {
        // given
        var renamed =
                published(Topics.TELEMETRY_READINGS).schema().toString().replace("\"observedAt\"", "\"measuredAt\"");

        // when
        var answer = registry.register(subject(Topics.TELEMETRY_READINGS), renamed);

        // then
        then(answer.statusCode()).isEqualTo(409);
    }

    @Test
    void aForeignClientReadsWhatWeWrite() {
        assumeTrue(ForeignClient.isInstalled(), "Debian's python3-confluent-kafka and python3-avro are not installed");

        // given
        var space = kafka.freshTopics();
        var reading = TelemetryReading.newBuilder()
                .setRegion("arizona")
                .setObservedAt(AT)
                .setTemperatureC(31.5)
                .build();
        var request = WorkloadRequest.newBuilder()
                .setRequestId("r-1")
                .setFleet("global")
                .setSubmittedAt(AT)
                .setAllowedRegions(List.of("ireland", "wyoming"))
                .setDeadline(AT.plusSeconds(3600))
                .build();
        space.send(Topics.TELEMETRY_READINGS, "arizona", reading, AT);
        space.send(Topics.WORKLOAD_REQUESTS, "global", request, AT);

        // when
        var readings = space.name(Topics.TELEMETRY_READINGS);
        var requests = space.name(Topics.WORKLOAD_REQUESTS);
        var read = ForeignClient.values(kafka.bootstrapServers(), kafka.registryUrl(), List.of(readings, requests));

        // then
        then(read.get(readings)).singleElement().satisfies(value -> {
            then(value.get("region").asText()).isEqualTo("arizona");
            then(value.get("temperatureC").asDouble()).isEqualTo(31.5);
            then(value.get("observedAt").asText()).isEqualTo("2017-06-12 10:00:00+00:00");
        });
        then(read.get(requests)).singleElement().satisfies(value -> {
            then(value.get("action").asText()).isEqualTo("SUBMIT");
            then(value.get("allowedRegions")).hasSize(2);
            then(value.get("deadline").asText()).isEqualTo("2017-06-12 11:00:00+00:00");
        });
    }

    private static String subject(Topic<?> topic) {
        return topics.name(topic) + "-value";
    }

    private static Published published(Topic<?> topic) {
        return fetched("/subjects/" + subject(topic) + "/versions/latest");
    }

    private static Published older(String subject) {
        return fetched("/subjects/" + subject + "/versions/1");
    }

    private static Published fetched(String path) {
        var version = registry.get(path);
        return new Published(
                version.get("id").asInt(),
                new Schema.Parser().parse(version.get("schema").asText()));
    }

    private static Object random(Published published) {
        return new RandomData(published.schema(), 1, SEED).iterator().next();
    }

    private static GenericRecord olderReading() {
        var reading = new GenericData.Record(new Schema.Parser().parse(OLDER_READING));
        reading.put("region", "wyoming");
        reading.put("observedAt", AT.toEpochMilli());
        return reading;
    }

    private static byte[] written(Published published, Object value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(ByteBuffer.allocate(5).putInt(1, published.id()).array());
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(published.schema()).write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    /** A schema in the registry. */
    private record Published(int id, Schema schema) {}
}
