package io.fleetorchestrator.runtime.failure;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Dead-letters records whose bytes cannot be read. Fails the thread if the registry cannot be reached. */
public final class UnreadableRecordHandler implements DeserializationExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecordHandler.class);
    private static final String UNREADABLE = "UNREADABLE";

    private final DeserializationExceptionHandler setAside = new LogAndContinueExceptionHandler();
    private DeadLetterCounter counter = DeadLetterCounter.from(Map.of());

    @Override
    public void configure(Map<String, ?> config) {
        setAside.configure(config);
        counter = DeadLetterCounter.from(config).announce(UNREADABLE);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (FailureKind.of(exception) != FailureKind.POISON) {
            return Response.fail();
        }
        counter.count(UNREADABLE);
        LOG.warn(
                "Dead-lettered {}-{}@{}: it cannot be read: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                exception.getMessage());
        if (isGlobal(context)) {
            return Response.resume();
        }
        var response = setAside.handleError(context, record, exception);
        return Response.resume(ReasonHeader.added(UNREADABLE, response.deadLetterQueueRecords()));
    }

    /**
     * The thread of global stores has no producer. If it gets a dead letter to send, it fails with a ClassCastException
     * (4.3.1), and again after each restart. Records that it cannot read are therefore skipped, counted and logged.
     */
    private static boolean isGlobal(ErrorHandlerContext context) {
        return context.taskId().subtopology() < 0;
    }
}
