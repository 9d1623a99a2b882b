package io.fleetorchestrator.producer.workload;

import static org.assertj.core.api.BDDAssertions.then;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class PoissonTest {

    @Property
    void drawsACountForAnyUniform(
            @ForAll @DoubleRange(max = 300) double mean,
            @ForAll @DoubleRange(max = 1, maxIncluded = false) double uniform) {
        then(Poisson.inverse(mean, uniform)).isBetween(0, 600);
    }
}
