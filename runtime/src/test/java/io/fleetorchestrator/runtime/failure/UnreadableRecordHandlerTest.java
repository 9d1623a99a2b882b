package io.fleetorchestrator.runtime.failure;

import static org.assertj.core.api.BDDAssertions.then;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Response;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Result;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnreadableRecordHandlerTest {

    private static final byte[] NOISE = {1, 2, 3};

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final UnreadableRecordHandler handler = new UnreadableRecordHandler();

    @BeforeEach
    void configure() {
        handler.configure(Map.of(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                "dead-letter",
                DeadLetterCounter.METERS_CONFIG,
                meters));
    }

    @Test
    void createsADeadLetterForATask() {
        var response = handle(new TaskId(0, 0));

        then(response.result()).isEqualTo(Result.RESUME);
        then(response.deadLetterQueueRecords()).hasSize(1);
        then(counted()).isEqualTo(1);
    }

    /** Kafka Streams casts its context to a class that it does not have. */
    @Test
    void createsNoDeadLetterForTheGlobalThreadWhichCannotSendIt() {
        var response = handle(new TaskId(-1, -1));

        then(response.result()).isEqualTo(Result.RESUME);
        then(response.deadLetterQueueRecords()).isEmpty();
        then(counted()).isEqualTo(1);
    }

    private Response handle(TaskId task) {
        var record = new ConsumerRecord<>("models", 0, 7L, NOISE, NOISE);
        var context = new DefaultErrorHandlerContext(
                null, "models", 0, 7L, new RecordHeaders(), "models-published", task, 0L, NOISE, NOISE);
        return handler.handleError(context, record, new SerializationException("noise"));
    }

    private double counted() {
        return meters.get("fleet.dead.letters")
                .tag("reason", "UNREADABLE")
                .counter()
                .count();
    }
}
