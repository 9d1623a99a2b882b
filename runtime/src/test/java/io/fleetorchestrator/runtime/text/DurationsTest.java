package io.fleetorchestrator.runtime.text;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "18h, PT18H",
        "90m, PT1H30M",
        "7d, PT168H",
        "30s, PT30S",
        "250ms, PT0.25S",
        "1d12h, PT36H",
        "18H, PT18H",
        "0s, PT0S",
        "PT18H, PT18H",
        "P60D, PT1440H"
    })
    void readsShortFormsAndIso(String text, Duration expected) {
        then(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "18", "h", "18 h", "-1h", "1.5h", "18x", "1h-2m", "1234567890d", "forever"})
    void refusesWhatIsNotADuration(String text) {
        thenThrownBy(() -> Durations.parse(text)).isInstanceOf(DateTimeParseException.class);
    }

    @Test
    void takesTheLargestAmountWithoutOverflow() {
        then(Durations.parse("999999999d").toMillis()).isPositive();
    }
}
