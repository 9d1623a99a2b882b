package io.fleetorchestrator.forecaster.model;

import io.fleetorchestrator.core.features.FeatureSchema;
import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.schemas.contract.Booster;
import java.nio.ByteBuffer;
import java.util.Random;

/** Small trained models for tests. */
final class Grown {

    static final FeatureSchema SCHEMA = FeatureSchema.of(Measurement.TEMPERATURE);

    private static final TreeSettings SMALL = new TreeSettings(40, 10, 0.1, 4, 17, 1);

    private Grown() {}

    /** Trees that were fitted to half of the first column. */
    static XgboostTrainer trees(int rows) {
        var earlier = samples(rows, 1);
        return XgboostTrainer.grow(earlier, XgboostTrainer.bestRounds(earlier, samples(rows / 2, 2), SMALL), SMALL);
    }

    static Samples samples(int rows, int seed) {
        var random = new Random(seed);
        var features = new float[rows * SCHEMA.width()];
        var labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < SCHEMA.width(); column++) {
                features[row * SCHEMA.width() + column] = random.nextFloat() * 2 - 1;
            }
            labels[row] = features[row * SCHEMA.width()] / 2;
        }
        return new Samples(features, labels);
    }

    static XgboostForecaster forecaster() {
        try (var trees = trees(2_000)) {
            byte[] ubj = trees.toBytes();
            return XgboostForecaster.of(
                    "temperature-test",
                    SCHEMA,
                    HorizonRange.upTo(24).stream()
                            .map(range -> booster(range, ubj))
                            .toList());
        }
    }

    private static Booster booster(HorizonRange range, byte[] ubj) {
        return Booster.newBuilder()
                .setFromHorizonHours(range.from())
                .setToHorizonHours(range.to())
                .setUbj(ByteBuffer.wrap(ubj))
                .build();
    }
}
