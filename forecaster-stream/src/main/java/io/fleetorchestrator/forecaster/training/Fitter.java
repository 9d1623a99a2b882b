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
 * Fits a line to each horizon, and to what lines leave over one set of trees per range of horizons, stopping each when the
 * newest hours no longer gain from it.
 */
final class Fitter {

    /** The newest fifth of the hours decides how many trees are grown: later than what they were grown on, as in service. */
    private static final double EARLIER_SHARE = 0.8;

    /** How much longer the past must have grown before the number of trees is weighed again. */
    private static final double WORTH_WEIGHING = 1.5;

    private final TreeSettings settings;
    private final Map<HorizonRange, Integer> rounds = new ConcurrentHashMap<>();
    private long weighedAt;

    Fitter(TreeSettings settings) {
        this.settings = settings;
    }

    /**
     * The model that these rows give.
     *
     * @param elapsed hours that the rows come from
     */
    FittedModel fit(String modelId, TrainingRows rows, long elapsed) {
        if (elapsed >= weighedAt * WORTH_WEIGHING) {
            rounds.clear();
            weighedAt = elapsed;
        }
        var boosters = rows.ranges().parallelStream()
                .map(range -> fit(range, rows.of(range)))
                .toList();
        return new FittedModel(modelId, rows.features().schema(), boosters);
    }

    private Booster fit(HorizonRange range, RowSample rows) {
        int grown = rounds.computeIfAbsent(range, weighed -> bestRounds(weighed, rows));
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
        // Rows next to the cut share their hours with those after it: a gap as long as the horizon keeps them apart.
        Samples earlier = rows.samples(hour -> hour < cut - range.to());
        Samples later = rows.samples(hour -> hour >= cut);
        var lines = LinearModels.fit(earlier, range);
        return XgboostTrainer.bestRounds(lines.residuals(earlier), lines.residuals(later), settings);
    }
}
