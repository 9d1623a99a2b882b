package io.fleetorchestrator.runtime.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.fleetorchestrator.runtime.settings.LogFormat;
import io.fleetorchestrator.runtime.settings.LogLevel;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Configures logging without a file. Lines go to standard error, so that standard output is free for results. */
public final class Logging {

    private static final String COLOURED =
            "%d{HH:mm:ss.SSS} %highlight(%-5level) %cyan(%logger{0}) %shown %gray(%fields)%n%failure";
    private static final String PLAIN = "%d{HH:mm:ss.SSS} %-5level %logger{0} %shown %fields%n%failure";

    /** Log levels of libraries; our own lines report what operators need. */
    private static final Map<String, Level> LIBRARIES = Map.of(
            "org.apache.kafka", Level.WARN,
            // Lists every setting that one client does not know but another does.
            "org.apache.kafka.common.config", Level.ERROR,
            // Warns of two clients with one name in a JVM, which is normal when services share the JVM.
            "org.apache.kafka.common.utils.internals.AppInfoParser", Level.ERROR,
            // Logs a stack trace for each dead-lettered record; our handlers log one line for each.
            "org.apache.kafka.streams.errors", Level.ERROR,
            "org.apache.kafka.streams.processor.internals.RecordDeserializer", Level.ERROR,
            "io.javalin", Level.WARN,
            "org.eclipse.jetty", Level.WARN);

    private Logging() {}

    /** Logs in this format; our own lines from this level up. */
    public static void configure(LogFormat format, LogLevel level) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.reset();
            configure(context, format, level);
        }
    }

    /** Turns logging off, for commands that print their own errors. */
    public static void silence() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.reset();
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        }
    }

    /** Logs to this file, which is overwritten, for commands that use the terminal for their own output. */
    public static void toFile(Path file) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.reset();
            var appender = new FileAppender<ILoggingEvent>();
            appender.setFile(file.toString());
            appender.setAppend(false);
            appender.setEncoder(encoder(context, LogFormat.TEXT));
            start(context, appender, LogLevel.INFO);
        }
    }

    static void configure(LoggerContext context, LogFormat format, LogLevel level) {
        var appender = new ConsoleAppender<ILoggingEvent>();
        appender.setTarget("System.err");
        appender.setEncoder(encoder(context, format));
        start(context, appender, level);
    }

    private static void start(LoggerContext context, OutputStreamAppender<ILoggingEvent> appender, LogLevel level) {
        appender.setContext(context);
        appender.start();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        root.addAppender(appender);
        LIBRARIES.forEach((name, itsLevel) -> context.getLogger(name).setLevel(itsLevel));
        context.getLogger("io.fleetorchestrator").setLevel(Level.valueOf(level.name()));
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, LogFormat format) {
        var encoder = switch (format) {
            case TEXT -> text(context);
            case JSON -> json();
            case AUTO -> Terminal.isThere() ? text(context) : json();
        };
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> text(LoggerContext context) {
        var layout = new TextLayout(Terminal.wantsColour() ? COLOURED : PLAIN);
        layout.setContext(context);
        layout.start();
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setLayout(layout);
        return encoder;
    }

    private static Encoder<ILoggingEvent> json() {
        var encoder = new JsonEncoder();
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithContext(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        return encoder;
    }
}
