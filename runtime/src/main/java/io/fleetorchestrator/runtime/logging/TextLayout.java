package io.fleetorchestrator.runtime.logging;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.MDCConverter;
import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import io.fleetorchestrator.runtime.text.Visible;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Log lines as text. Control characters are escaped, so no record can colour a terminal or forge a line. */
final class TextLayout extends PatternLayout {

    TextLayout(String pattern) {
        setPattern(pattern);
        getInstanceConverterMap().put("shown", ShownMessage::new);
        getInstanceConverterMap().put("fields", ShownFields::new);
        getInstanceConverterMap().put("failure", ShownFailure::new);
    }

    private static final class ShownMessage extends MessageConverter {
        @Override
        public String convert(ILoggingEvent event) {
            return Visible.text(String.valueOf(super.convert(event)));
        }
    }

    private static final class ShownFields extends MDCConverter {
        @Override
        public String convert(ILoggingEvent event) {
            return Visible.text(super.convert(event));
        }
    }

    private static final class ShownFailure extends ThrowableProxyConverter {
        @Override
        protected String throwableProxyToString(IThrowableProxy failure) {
            return super.throwableProxyToString(new Shown(failure));
        }
    }

    /** A failure whose messages take one line each. */
    private record Shown(IThrowableProxy failure) implements IThrowableProxy {

        private static @Nullable String shown(@Nullable String message) {
            return message == null ? null : Visible.text(message);
        }

        @Override
        public @Nullable String getMessage() {
            return shown(failure.getMessage());
        }

        @Override
        public @Nullable String getOverridingMessage() {
            return shown(failure.getOverridingMessage());
        }

        @Override
        public String getClassName() {
            return failure.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return failure.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return failure.getCommonFrames();
        }

        @Override
        public @Nullable IThrowableProxy getCause() {
            return Optional.ofNullable(failure.getCause()).map(Shown::new).orElse(null);
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            return Stream.of(failure.getSuppressed()).map(Shown::new).toArray(IThrowableProxy[]::new);
        }

        @Override
        public boolean isCyclic() {
            return failure.isCyclic();
        }
    }
}
