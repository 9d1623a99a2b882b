package io.fleetorchestrator.runtime.failure;

import io.fleetorchestrator.schemas.serdes.StateUnreadableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides how failures are handled. Poison records go to the dead-letter topic. After any other failure the stream thread
 * is replaced, until that happens too often.
 */
public final class FailurePolicy implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);

    /** Long enough not to start threads in a tight loop during an outage, short enough not to matter after one. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final FailureSettings settings;
    private final Clock clock;
    private final Pause pause;
    private final Deque<Instant> failures = new ArrayDeque<>();
    private Instant outageBegan = Instant.MIN;
    private Instant outageSeen = Instant.MIN;
    private volatile String end = "it has not failed";

    public FailurePolicy(FailureSettings settings, Clock clock) {
        this(settings, clock, Thread::sleep);
    }

    FailurePolicy(FailureSettings settings, Clock clock, Pause pause) {
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
    }

    /** The handlers that make Kafka Streams dead-letter poison records, and only those. */
    public static Map<String, Object> handlers(String deadLetterTopic, MeterRegistry meters) {
        return Map.of(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, deadLetterTopic,
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecordHandler.class,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FailedRecordHandler.class,
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, FailedOutputHandler.class,
                DeadLetterCounter.METERS_CONFIG, meters);
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        if (failure instanceof Error) {
            return stop("the JVM is broken: " + failure, failure);
        }
        var unreadable = FailureKind.causes(failure)
                .filter(StateUnreadableException.class::isInstance)
                .findFirst();
        if (unreadable.isPresent()) {
            // Another thread would read the same bytes.
            return stop(String.valueOf(unreadable.get().getMessage()), failure);
        }
        return FailureKind.of(failure) == FailureKind.TRANSIENT ? waitOut(failure) : tryAgain(failure);
    }

    /** Why the service was stopped, as a text for operators. */
    public String end() {
        return end;
    }

    private StreamThreadExceptionResponse stop(String why, Throwable failure) {
        end = why;
        LOG.error("Stopping: {}", why, failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private StreamThreadExceptionResponse waitOut(Throwable failure) {
        var now = clock.instant();
        if (outageSeen.isBefore(now.minus(settings.failureWindow()))) {
            outageBegan = now;
        }
        outageSeen = now;
        if (outageBegan.isBefore(now.minus(settings.outagePatience()))) {
            return stop("still failing after " + settings.outagePatience() + ": " + rootMessage(failure), failure);
        }
        LOG.warn("Waiting for the platform to recover: {}", rootMessage(failure));
        pause();
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private StreamThreadExceptionResponse tryAgain(Throwable failure) {
        var now = clock.instant();
        failures.removeIf(earlier -> earlier.isBefore(now.minus(settings.failureWindow())));
        failures.add(now);
        if (failures.size() >= settings.maxFailures()) {
            return stop(
                    "failed %d times within %s: %s"
                            .formatted(failures.size(), settings.failureWindow(), rootMessage(failure)),
                    failure);
        }
        pause();
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private void pause() {
        try {
            pause.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String rootMessage(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    /** Waits; tests replace it. */
    interface Pause {
        void sleep(long millis) throws InterruptedException;
    }
}
