package io.fleetorchestrator.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ConformalCalibratorTest {

    private static final Confidence CONFIDENCE = Confidence.DEFAULT;

    @Test
    void issuesNoMarginsBeforeThirtyNineScores() {
        // given
        var calibrator = ConformalCalibrator.warmingUp(CONFIDENCE);

        // when
        for (int hour = 0; hour < 38; hour++) {
            calibrator.learn(hour % 24, hour % 3 - 1, Margins.NONE);
        }

        // then
        assertThat(calibrator.calibrated()).isFalse();
        assertThat(calibrator.margins(0).known()).isFalse();
        assertThat(calibrator.size()).isEqualTo(38);

        // when
        calibrator.learn(14, 1, Margins.NONE);

        // then
        assertThat(calibrator.calibrated()).isTrue();
        assertThat(calibrator.margins(0).known()).isTrue();
        assertThat(calibrator.size()).isEqualTo(39);
    }

    @Test
    void needsAsManyScoresAsTheConfidenceRequires() {
        assertThat(new Confidence(0.95).leastScores()).isEqualTo(39);
        assertThat(new Confidence(0.9).leastScores()).isEqualTo(19);
        assertThat(new Confidence(0.99).leastScores()).isEqualTo(199);
    }

    @Test
    void usesTheConformalQuantileAndNotTheEmpiricalOne() {
        // k = ⌈(n+1)(1−α)⌉
        assertThat(CONFIDENCE.rank(39, CONFIDENCE.alphaPerSide())).isEqualTo(39);
        assertThat(CONFIDENCE.rank(39, CONFIDENCE.alpha())).isEqualTo(38);
        assertThat(CONFIDENCE.rank(744, CONFIDENCE.alphaPerSide())).isEqualTo(727);
        assertThat(CONFIDENCE.rank(744, CONFIDENCE.alpha())).isEqualTo(708);
    }

    @Test
    void ignoresASeedOnceItIsCalibrated() {
        // given
        var learnt = ConformalCalibrator.from(seed(2), CONFIDENCE);
        var fresh = ConformalCalibrator.warmingUp(CONFIDENCE);

        // when
        learnt.offer(Optional.of(seed(9)));
        fresh.offer(Optional.of(seed(9)));

        // then
        assertThat(learnt.margins(0).upper()).isEqualTo(2);
        assertThat(fresh.margins(0).upper()).isEqualTo(9);
    }

    @Test
    void keepsItsConfidenceOnErrorsThatAreSkewedAndGrow() {
        // given
        var random = new Random(7);
        var calibrator = ConformalCalibrator.warmingUp(CONFIDENCE);
        int misses = 0;
        int scored = 0;

        // when
        for (int hour = 0; hour < 20_000; hour++) {
            var issued = calibrator.margins(hour % 24);
            double error = (-Math.log(random.nextDouble()) - 1) * (1 + hour / 5000.0);
            misses += issued.known() && error > issued.upperOneSided() ? 1 : 0;
            scored += issued.known() ? 1 : 0;
            calibrator.learn(hour % 24, error, issued);
        }

        // then
        assertThat((double) misses / scored).isCloseTo(CONFIDENCE.alpha(), within(0.003));
    }

    @Test
    void catchesUpWithinTwoMonthsOfPersistentWeather() {
        int outside = 0;
        int above = 0;
        int scored = 0;

        for (int region = 0; region < 50; region++) {
            var random = new Random(region);
            var calibrator = ConformalCalibrator.warmingUp(CONFIDENCE);
            double error = random.nextGaussian();
            for (int hour = 0; hour < 60 * 24; hour++) {
                // Half of it is gone after a day: the first 39 errors come from the same weather.
                error = 0.97 * error + Math.sqrt(1 - 0.97 * 0.97) * random.nextGaussian();
                var issued = calibrator.margins(hour % 24);
                if (issued.known()) {
                    scored++;
                    outside += error > issued.upper() || -error > issued.lower() ? 1 : 0;
                    above += error > issued.upperOneSided() ? 1 : 0;
                }
                calibrator.learn(hour % 24, error, issued);
            }
        }

        assertThat((double) outside / scored).isLessThan(0.08);
        assertThat((double) above / scored).isLessThan(0.057);
    }

    @Property(tries = 200)
    void staysFiniteForAnyErrors(
            @ForAll @Size(min = 1, max = 120) List<@DoubleRange(min = -1e9, max = 1e9) Double> errors) {
        var calibrator = ConformalCalibrator.warmingUp(CONFIDENCE);
        for (int i = 0; i < errors.size(); i++) {
            var issued = calibrator.margins(i % 24);
            calibrator.learn(i % 24, errors.get(i), issued);
            var margins = calibrator.margins((i + 1) % 24);
            assertThat(Double.isFinite(margins.lower() + margins.upper() + margins.upperOneSided()))
                    .isEqualTo(calibrator.calibrated());
        }
    }

    @Property(tries = 100)
    void continuesFromItsBytesWithoutADifference(
            @ForAll @Size(min = 2, max = 90) List<@DoubleRange(min = -20, max = 20) Double> errors) {
        var calibrator = ConformalCalibrator.warmingUp(CONFIDENCE);
        for (int i = 0; i < errors.size(); i++) {
            var issued = calibrator.margins(i % 24);
            var copy = copy(calibrator);
            calibrator.learn(i % 24, errors.get(i), issued);
            copy.learn(i % 24, errors.get(i), issued);
            assertThat(copy.margins(3)).isEqualTo(calibrator.margins(3));
        }
    }

    private static ConformalCalibrator copy(ConformalCalibrator calibrator) {
        var bytes = ByteBuffer.allocate(calibrator.encodedSize());
        calibrator.writeTo(bytes);
        assertThat(bytes.hasRemaining()).isFalse();
        return ConformalCalibrator.readFrom(bytes.flip(), CONFIDENCE);
    }

    private static Seed seed(double quantile) {
        return new Seed(100, quantile, quantile, quantile, 1, Collections.nCopies(24, 1.0));
    }
}
