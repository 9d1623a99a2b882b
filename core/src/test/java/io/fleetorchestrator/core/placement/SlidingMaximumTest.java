package io.fleetorchestrator.core.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SlidingMaximumTest {

    @Property
    void everyWindowGetsItsMaximum(
            @ForAll @Size(min = 1, max = 60) double[] values,
            @ForAll @IntRange(min = 0, max = 10) int first,
            @ForAll @IntRange(min = 1, max = 30) int width) {
        int windows = values.length - first - width + 1;
        Assume.that(windows > 0);
        double[] maxima = new double[windows];

        new SlidingMaximum().over(values, first, windows, width, maxima);

        for (int window = 0; window < windows; window++) {
            assertThat(maxima[window])
                    .isEqualTo(Arrays.stream(values, first + window, first + window + width)
                            .max()
                            .orElseThrow());
        }
    }
}
