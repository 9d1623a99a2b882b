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
 * Decides what becomes of an output that cannot be written. One that its record makes impossible costs that record, which
 * goes to the dead-letter topic. When the platform is at fault, the thread stops, and the input is processed again.
 */
public final class FailedOutputHandler implements ProductionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedOutputHandler.class);

    static final String TOO_LARGE = "OUTPUT_TOO_LARGE";
    private static final String UNWRITABLE = "OUTPUT_UNWRITABLE";

    private final DeadLetterMaker letters = new DeadLetterMaker();

    @Override
    public void configure(Map<String, ?> config) {
        letters.configure(config, TOO_LARGE, UNWRITABLE);
    }

    /** The broker's answer. The transaction has failed by then, so there is nothing left to save for this record alone. */
    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        if (exception instanceof RetriableException) {
            return Response.retry();
        }
        LOG.error(
                "The broker refused a record for {}, made from {}-{}@{}: {}",
                record.topic(),
                context.topic(),
                context.partition(),
                context.offset(),
                exception.getMessage());
        return Response.fail();
    }

    /** Before anything is sent. */
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
                "set aside: {}-{}@{} makes a record that cannot be written: {}",
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
