package io.fleetorchestrator.evaluation;

import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.BDDAssertions.then;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClopperPearsonTest {

    @Test
    void boundsZeroHitsByTheRuleOfThree() {
        // 1 − 0.05^(1/10)
        then(ClopperPearson.upper(0, 10, 0.95)).isCloseTo(0.25887, within(1e-5));
    }

    @Test
    void agreesWithThePublishedTable() {
        then(ClopperPearson.upper(5, 100, 0.95)).isCloseTo(0.10225, within(1e-4));
    }

    @Test
    void isOneWhenEveryTrialIsAHit() {
        then(ClopperPearson.upper(3, 3, 0.95)).isEqualTo(1);
    }

    @Property(tries = 200)
    void liesAboveWhatWasSeen(
            @ForAll @IntRange(max = 500) int hits, @ForAll @IntRange(min = 1, max = 20_000) int more) {
        int trials = hits + more;
        then(ClopperPearson.upper(hits, trials, 0.95)).isBetween((double) hits / trials, 1.0);
    }
}
