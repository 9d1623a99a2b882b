package io.fleetorchestrator.runtime.failure;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/** Creates dead letters from input records as Kafka Streams does, and counts them. */
final class DeadLetterFactory {

    /** Kafka's own handler uses only the bytes of the input record. */
    private static final Record<?, ?> ANY = new Record<>("", "", 0);

    private final ProcessingExceptionHandler kafkas = new LogAndContinueProcessingExceptionHandler();
    private DeadLetterCounter counter = DeadLetterCounter.from(Map.of());

    /** @param reasons reasons whose counters start at zero */
    void configure(Map<String, ?> config, String... reasons) {
        kafkas.configure(config);
        counter = DeadLetterCounter.from(config);
        for (String reason : reasons) {
            counter.announce(reason);
        }
    }

    List<ProducerRecord<byte[], byte[]>> of(String reason, ErrorHandlerContext context, Exception exception) {
        counter.count(reason);
        var response = kafkas.handleError(context, ANY, exception);
        return ReasonHeader.added(reason, response.deadLetterQueueRecords());
    }
}
