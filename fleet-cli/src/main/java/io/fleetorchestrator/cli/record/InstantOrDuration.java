package io.fleetorchestrator.cli.record;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code PT18H} as from now on, anything else as an instant. */
public final class InstantOrDuration implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        try {
            return text.startsWith("P") ? Instant.now().plus(Duration.parse(text)) : Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new TypeConversionException("'" + text
                    + "' is no time: write a duration from now like PT18H, or a UTC instant like 2026-07-01T14:00:00Z");
        }
    }
}
