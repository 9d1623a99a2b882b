package io.fleetorchestrator.producer.twin;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import io.fleetorchestrator.producer.random.SeededRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EpisodesTest {

    private static final int YEARS = 50;
    private static final long HOURS = YEARS * 365 * 24L;

    private final Episodes episodes = new Episodes(SeededRandom.of(1, "region").about("heat waves"), 6);

    @Test
    void comeAtTheExpectedRate() {
        long starts = LongStream.range(1, HOURS)
                .filter(hour -> episodes.strengthAt(hour) > 0 && episodes.strengthAt(hour - 1) == 0)
                .count();

        then(starts / (double) YEARS).isCloseTo(6, within(1.0));
    }

    @Test
    void lastForDaysAndRiseSmoothly() {
        long hours = LongStream.range(0, HOURS)
                .filter(hour -> episodes.strengthAt(hour) > 0)
                .count();

        // from three to eight days
        then(hours / 24.0 / YEARS / 6).isCloseTo(5.5, within(1.0));
        double steepest = LongStream.range(1, HOURS)
                .mapToDouble(hour -> Math.abs(episodes.strengthAt(hour) - episodes.strengthAt(hour - 1)))
                .max()
                .orElseThrow();
        then(steepest).isLessThan(0.05);
    }

    @Test
    void neverComeAtARateOfZero() {
        var none = new Episodes(SeededRandom.of(1, "region"), 0);

        then(LongStream.range(0, HOURS).filter(hour -> none.strengthAt(hour) > 0))
                .isEmpty();
    }
}
