package io.fleetorchestrator.producer.random;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SeededRandomTest {

    @Property
    void staysWithinItsBounds(@ForAll long seed, @ForAll String thing, @ForAll long index) {
        var random = SeededRandom.of(seed, thing);

        then(random.uniform(index)).isGreaterThanOrEqualTo(0).isLessThan(1);
        then(random.normal(index)).isBetween(-6.0, 6.0);
    }

    @Property
    void givesTheSameNumberForTheSameIndex(@ForAll long seed, @ForAll String thing, @ForAll long index) {
        then(SeededRandom.of(seed, thing).about("x").normal(index))
                .isEqualTo(SeededRandom.of(seed, thing).about("x").normal(index));
    }

    @Test
    void isNormallyDistributed() {
        var random = SeededRandom.of(7, "region");

        var rolls = LongStream.range(0, 100_000).mapToDouble(random::normal).summaryStatistics();
        var squares = LongStream.range(0, 100_000)
                .mapToDouble(i -> Math.pow(random.normal(i), 2))
                .average();

        then(rolls.getAverage()).isCloseTo(0, within(0.01));
        then(squares).hasValueCloseTo(1.0, within(0.02));
    }

    @Test
    void keepsAspectsIndependent() {
        var wind = SeededRandom.of(7, "region").about("wind");
        var load = SeededRandom.of(7, "region").about("load");

        var product = LongStream.range(0, 100_000)
                .mapToDouble(i -> wind.normal(i) * load.normal(i))
                .average();

        then(product).hasValueCloseTo(0.0, within(0.015));
    }
}
