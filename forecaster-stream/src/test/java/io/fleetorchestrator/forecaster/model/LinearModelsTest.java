package io.fleetorchestrator.forecaster.model;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearModelsTest {

    private static final HorizonRange RANGE = new HorizonRange(1, 2);
    private static final int WIDTH = 4;

    @Test
    void fitsAModelForEachHorizon() {
        var lines = LinearModels.fit(samples(4_000), RANGE);

        then(lines.at(1, new float[] {1, 1, 0, 7}, 0) - lines.at(1, new float[] {1, 0, 0, 7}, 0))
                .isCloseTo(2, within(0.05));
        then(lines.at(2, new float[] {2, 1, 0, 7}, 0) - lines.at(2, new float[] {2, 0, 0, 7}, 0))
                .isCloseTo(-3, within(0.05));
    }

    @Test
    void leavesNonlinearPartsAsResiduals() {
        var samples = samples(4_000);

        float[] left = LinearModels.fit(samples, RANGE).residuals(samples).labels();

        double mean = 0;
        for (float label : left) {
            mean += Math.abs(label) / left.length;
        }
        then(mean).isLessThan(0.15);
    }

    @Test
    void countsAHoleAsTheMean() {
        var lines = LinearModels.fit(samples(4_000), RANGE);

        then(lines.at(1, new float[] {1, Float.NaN, 0, 7}, 0))
                .isCloseTo(lines.at(1, new float[] {1, 0, 0, 7}, 0), within(0.1));
    }

    @Test
    void limitsTheInfluenceOfABrokenSensor() {
        var lines = LinearModels.fit(samples(4_000), RANGE);

        then(lines.at(1, new float[] {1, 1e9f, 0, 7}, 0)).isLessThan(2 * 7);
    }

    @Test
    void isZeroWithoutTrainingRows() {
        var lines = LinearModels.fit(new Samples(new float[0], new float[0]), RANGE);

        then(lines.at(1, new float[] {1, 1, 1, 1}, 0)).isZero();
    }

    @Test
    void predictsTheSameAfterItWasWritten() {
        var lines = LinearModels.fit(samples(500), RANGE);
        float[] row = {2, 0.3f, -0.4f, 7};

        then(LinearModels.of(RANGE, lines.written(), 4).at(2, row, 0)).isEqualTo(lines.at(2, row, 0));
    }

    @Test
    void addsNothingToModelsWithoutLinearParts() {
        then(LinearModels.of(RANGE, List.of(), 4).at(2, new float[] {2, 1, 1, 1}, 0))
                .isZero();
    }

    @Test
    void rejectsHorizonsWithoutALinearPart() {
        var one = LinearModels.fit(samples(500), RANGE).written().subList(0, 1);

        thenThrownBy(() -> LinearModels.of(RANGE, one, 4)).hasMessageContaining("horizons 1 to 2");
    }

    /** At horizon 2 the second column has the opposite sign; the third is noise, the fourth is constant. */
    private static Samples samples(int rows) {
        var random = new Random(3);
        var features = new float[rows * WIDTH];
        var labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            int horizon = 1 + row % 2;
            float moved = (float) random.nextGaussian();
            features[row * WIDTH] = horizon;
            features[row * WIDTH + 1] = moved;
            features[row * WIDTH + 2] = (float) random.nextGaussian();
            features[row * WIDTH + 3] = 7;
            labels[row] = (horizon == 1 ? 2 : -3) * moved + (float) random.nextGaussian() / 10;
        }
        return new Samples(features, labels);
    }
}
