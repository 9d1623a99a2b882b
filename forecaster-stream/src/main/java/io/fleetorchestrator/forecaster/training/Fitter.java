package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.forecaster.model.HorizonRange;
import io.fleetorchestrator.forecaster.model.LinearModels;
import io.fleetorchestrator.forecaster.model.Samples;
import io.fleetorchestrator.forecaster.model.TreeSettings;
import io.fleetorchestrator.forecaster.model.XgboostTrainer;
import io.fleetorchestrator.schemas.contract.Booster;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fits a linear model to each horizon, and a set of trees to the residuals of each range of horizons. The number of trees is
 * the one that predicts the newest hours best.
 */
final class Fitter {

    /** The newest fifth of the hours decides on the number of trees: as in service, they are later than the training data. */
    private static final double EARLIER_SHARE = 0.8;

    /** Growth of the past after which the number of trees is chosen again. */
    private static final double CHOOSE_AGAIN_GROWTH = 1.5;

    private final TreeSettings settings;
    private final Map<HorizonRange, Integer> rounds = new ConcurrentHashMap<>();
    private long chosenAt;

    Fitter(TreeSettings settings) {
        this.settings = settings;
    }

    /**
     * Fits a model to these rows.
     *
     * @param elapsed number of hours that the rows come from
     */
    FittedModel fit(String modelId, TrainingRows rows, long elapsed) {
        if (elapsed >= chosenAt * CHOOSE_AGAIN_GROWTH) {
            rounds.clear();
            chosenAt = elapsed;
        }
        var boosters = rows.ranges().parallelStream()
                .map(range -> fit(range, rows.of(range)))
                .toList();
        return new FittedModel(modelId, rows.features().schema(), boosters);
    }

    private Booster fit(HorizonRange range, RowSample rows) {
        int grown = rounds.computeIfAbsent(range, chosen -> bestRounds(chosen, rows));
        Samples all = rows.samples(hour -> true);
        var lines = LinearModels.fit(all, range);
        try (var trees = XgboostTrainer.grow(lines.residuals(all), grown, settings)) {
            return Booster.newBuilder()
                    .setFromHorizonHours(range.from())
                    .setToHorizonHours(range.to())
                    .setLines(lines.written())
                    .setUbj(ByteBuffer.wrap(trees.toBytes()))
                    .build();
        }
    }

    private int bestRounds(HorizonRange range, RowSample rows) {
        long cut = rows.hourAt(EARLIER_SHARE);
        // Rows just before the cut overlap with those after it, so a gap as long as the horizon is left out.
        Samples earlier = rows.samples(hour -> hour < cut - range.to());
        Samples later = rows.samples(hour -> hour >= cut);
        var lines = LinearModels.fit(earlier, range);
        return XgboostTrainer.bestRounds(lines.residuals(earlier), lines.residuals(later), settings);
    }
}
