package io.fleetorchestrator.runtime.failure;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets aside records that our rules refuse or our code trips over; fails when the platform is at fault. */
public final class FailedRecordHandler implements ProcessingExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedRecordHandler.class);

    private static final String UNPROCESSABLE = "UNPROCESSABLE";

    private final ProcessingExceptionHandler setAside = new LogAndContinueProcessingExceptionHandler();
    private DeadLetterCounter counter = DeadLetterCounter.from(Map.of());

    @Override
    public void configure(Map<String, ?> config) {
        setAside.configure(config);
        counter = DeadLetterCounter.from(config).announce(UNPROCESSABLE);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (FailureKind.of(exception) != FailureKind.POISON) {
            return Response.fail();
        }
        var reason =
                exception instanceof RefusedRecordException refusal ? refusal.reason() : tripped(context, exception);
        counter.count(reason);
        var response = setAside.handleError(context, record, exception);
        return Response.resume(Reasons.added(reason, response.deadLetterQueueRecords()));
    }

    /** A defect of ours, unlike a refusal: worth its stack trace. */
    private static String tripped(ErrorHandlerContext context, Exception exception) {
        LOG.warn("set aside: {}-{}@{}", context.topic(), context.partition(), context.offset(), exception);
        return UNPROCESSABLE;
    }
}
