package io.fleetorchestrator.runtime.failure;

import io.fleetorchestrator.schemas.serdes.OutputTooLargeException;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles outputs that cannot be written. If the record is the cause, its input goes to the dead-letter topic. If the
 * platform is the cause, the thread stops, and the input is processed again.
 */
public final class FailedOutputHandler implements ProductionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedOutputHandler.class);

    static final String TOO_LARGE = "OUTPUT_TOO_LARGE";
    private static final String UNWRITABLE = "OUTPUT_UNWRITABLE";

    private final DeadLetterFactory letters = new DeadLetterFactory();

    @Override
    public void configure(Map<String, ?> config) {
        letters.configure(config, TOO_LARGE, UNWRITABLE);
    }

    /** The broker rejected the record. The transaction has failed by then, so this record cannot be skipped alone. */
    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        if (exception instanceof RetriableException) {
            return Response.retry();
        }
        LOG.error(
                "The broker rejected a record for {}, created from {}-{}@{}: {}",
                record.topic(),
                context.topic(),
                context.partition(),
                context.offset(),
                exception.getMessage());
        return Response.fail();
    }

    /** The record could not be serialized; nothing was sent. */
    @Override
    @SuppressWarnings("rawtypes") // as Kafka declares it
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        boolean hasInput = context.topic() != null;
        if (!hasInput || FailureKind.of(exception) != FailureKind.POISON) {
            return Response.fail();
        }
        LOG.warn(
                "Dead-lettered {}-{}@{}: its output cannot be written: {}",
                context.topic(),
                context.partition(),
                context.offset(),
                exception.getMessage());
        return Response.resume(letters.of(reason(exception), context, exception));
    }

    private static String reason(Exception exception) {
        return exception instanceof OutputTooLargeException ? TOO_LARGE : UNWRITABLE;
    }
}
