package io.fleetorchestrator.runtime.failure;

import io.fleetorchestrator.schemas.serdes.OutputTooLargeException;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Dead-letters records that break a rule or on which our code fails. Fails the thread if the platform is the cause. */
public final class FailedRecordHandler implements ProcessingExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedRecordHandler.class);

    private static final String UNPROCESSABLE = "UNPROCESSABLE";

    private final DeadLetterFactory letters = new DeadLetterFactory();

    @Override
    public void configure(Map<String, ?> config) {
        letters.configure(config, UNPROCESSABLE);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (FailureKind.of(exception) != FailureKind.POISON) {
            return Response.fail();
        }
        return Response.resume(letters.of(reason(context, exception), context, exception));
    }

    private static String reason(ErrorHandlerContext context, Exception exception) {
        if (exception instanceof RejectedRecordException refusal) {
            return refusal.reason();
        }
        boolean tooLarge = FailureKind.causes(exception).anyMatch(OutputTooLargeException.class::isInstance);
        return tooLarge ? tooLarge(context, exception) : unprocessable(context, exception);
    }

    /** The record would not fit into the changelog of a store. */
    private static String tooLarge(ErrorHandlerContext context, Exception exception) {
        LOG.warn(
                "Dead-lettered {}-{}@{}: {}",
                context.topic(),
                context.partition(),
                context.offset(),
                exception.getMessage());
        return FailedOutputHandler.TOO_LARGE;
    }

    /** Unlike a rejection this is a bug, so the stack trace is logged. */
    private static String unprocessable(ErrorHandlerContext context, Exception exception) {
        LOG.warn("Dead-lettered {}-{}@{}", context.topic(), context.partition(), context.offset(), exception);
        return UNPROCESSABLE;
    }
}
