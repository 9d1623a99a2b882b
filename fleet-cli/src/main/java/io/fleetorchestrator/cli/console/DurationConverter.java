package io.fleetorchestrator.cli.console;

import io.fleetorchestrator.runtime.text.Durations;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 18h} and {@code PT18H}. */
public final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            return Durations.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new TypeConversionException("'" + text + "' is not a duration; write it like " + Durations.EXAMPLES);
        }
    }
}
