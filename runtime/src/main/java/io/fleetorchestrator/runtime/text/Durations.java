package io.fleetorchestrator.runtime.text;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Durations as people write them, {@code 90m}, {@code 18h} or {@code 1d12h}, and as ISO 8601 does, {@code PT18H}. */
public final class Durations {

    /** How to write one, for messages. */
    public static final String EXAMPLES = "90m, 18h or 7d";

    /** Nine digits of any unit are far more than anyone needs, and never overflow a duration. */
    private static final Pattern WHOLE = Pattern.compile("(?i)(\\d{1,9}(d|h|ms|m|s))+");

    private static final Pattern PART = Pattern.compile("(?i)(\\d+)(d|h|ms|m|s)");

    private Durations() {}

    /** The duration; throws a {@link DateTimeParseException} for any other text. */
    public static Duration parse(String text) {
        return WHOLE.matcher(text).matches()
                ? PART.matcher(text).results().map(Durations::part).reduce(Duration.ZERO, Duration::plus)
                : Duration.parse(text);
    }

    private static Duration part(MatchResult part) {
        long amount = Long.parseLong(part.group(1));
        return switch (part.group(2).toLowerCase(Locale.ROOT)) {
            case "d" -> Duration.ofDays(amount);
            case "h" -> Duration.ofHours(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "ms" -> Duration.ofMillis(amount);
            default -> throw new IllegalArgumentException(part.group());
        };
    }
}
