package io.fleetorchestrator.cli.record;

import io.fleetorchestrator.runtime.text.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 18h} as from now on, anything else as an instant. */
public final class InstantOrDuration implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            var duration = duration(text);
            return duration.isPresent() ? Instant.now().plus(duration.get()) : Instant.parse(text);
        } catch (DateTimeException | ArithmeticException unusable) {
            throw new TypeConversionException(
                    "'" + text
                            + "' is not a time; write a duration from now like 18h, or a UTC instant like 2026-07-01T14:00:00Z");
        }
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Durations.parse(text));
        } catch (DateTimeParseException instant) {
            return Optional.empty();
        }
    }
}
