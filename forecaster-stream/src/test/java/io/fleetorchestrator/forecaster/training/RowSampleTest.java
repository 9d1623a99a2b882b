package io.fleetorchestrator.forecaster.training;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RowSampleTest {

    @Test
    void neverExceedsItsCapacity() {
        var buffer = filled(100_000, 1);

        then(buffer.size()).isBetween(2_000, 5_000);
    }

    @Test
    void dropsRowsEvenlyOverTime() {
        then(filled(100_000, 1).hourAt(0.5)).isBetween(47_000L, 53_000L);
    }

    @Test
    void keepsRowAndLabelTogether() {
        var kept = filled(100_000, 1).samples(hour -> hour >= 50_000);

        then(kept.size()).isBetween(1_000, 3_000);
    }

    private static RowSample filled(int rows, int seed) {
        var random = new Random(seed);
        var buffer = new RowSample(2, 5_000);
        for (int hour = 0; hour < rows; hour++) {
            buffer.add(random.nextLong(), hour, new float[] {0, hour, hour}, 1, hour);
        }
        return buffer;
    }
}
