package io.fleetorchestrator.runtime.text;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressBarTest {

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "0.5, 10", "1, 20", "7, 20", "NaN, 0"})
    void fillsTheShareOfItsWidth(double share, int full) {
        then(ProgressBar.of(share)).hasSize(20).isEqualTo("█".repeat(full) + "░".repeat(20 - full));
    }
}
