package io.fleetorchestrator.runtime.metrics;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * Counts log lines by level. Micrometer's own counter also runs for lines that are not logged, and Kafka checks several
 * times per record whether to log: that took a twentieth of the forecaster's time.
 */
final class LogEvents extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private static final List<Level> LEVELS = List.of(Level.ERROR, Level.WARN, Level.INFO, Level.DEBUG, Level.TRACE);

    private final Map<Level, Counter> byLevel;

    /** Starts to count, until closed. */
    LogEvents(MeterRegistry registry) {
        this.byLevel =
                LEVELS.stream().collect(Collectors.toMap(Function.identity(), level -> counter(level, registry)));
        start();
        root().ifPresent(root -> root.addAppender(this));
    }

    private static Counter counter(Level level, MeterRegistry registry) {
        return Counter.builder("logback.events")
                .description("Lines logged")
                .tag("level", level.toString().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    @Override
    protected void append(ILoggingEvent event) {
        Optional.ofNullable(byLevel.get(event.getLevel())).ifPresent(Counter::increment);
    }

    @Override
    public void close() {
        root().ifPresent(root -> root.detachAppender(this));
        stop();
    }

    /** Empty if another logging library is on the class path. */
    private static Optional<Logger> root() {
        return LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root
                ? Optional.of(root)
                : Optional.empty();
    }
}
