package io.fleetorchestrator.runtime.failure;

import io.fleetorchestrator.schemas.serdes.OutputTooLargeException;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets aside records that our rules refuse or our code trips over; fails when the platform is at fault. */
public final class FailedRecordHandler implements ProcessingExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedRecordHandler.class);

    private static final String UNPROCESSABLE = "UNPROCESSABLE";

    private final DeadLetterMaker letters = new DeadLetterMaker();

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
        if (exception instanceof RefusedRecordException refusal) {
            return refusal.reason();
        }
        boolean tooLarge = FailureKind.causes(exception).anyMatch(OutputTooLargeException.class::isInstance);
        return tooLarge ? tooLarge(context, exception) : tripped(context, exception);
    }

    /** It would not fit into a store's changelog. */
    private static String tooLarge(ErrorHandlerContext context, Exception exception) {
        LOG.warn(
                "set aside: {}-{}@{}: {}",
                context.topic(),
                context.partition(),
                context.offset(),
                exception.getMessage());
        return FailedOutputHandler.TOO_LARGE;
    }

    /** A defect of ours, unlike a refusal: worth its stack trace. */
    private static String tripped(ErrorHandlerContext context, Exception exception) {
        LOG.warn("set aside: {}-{}@{}", context.topic(), context.partition(), context.offset(), exception);
        return UNPROCESSABLE;
    }
}
