package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.forecaster.model.HorizonRange;
import io.fleetorchestrator.forecaster.model.Samples;
import io.fleetorchestrator.forecaster.model.TreeSettings;
import io.fleetorchestrator.forecaster.model.Trees;
import io.fleetorchestrator.schemas.contract.Booster;
import java.nio.ByteBuffer;
import java.util.function.IntConsumer;

/** Fits one set of trees per range of horizons, and stops each when the newest hours no longer gain from it. */
final class Fitter {

    /** The newest fifth of the hours decides how many trees are grown: later than what they were grown on, as in service. */
    private static final double EARLIER_SHARE = 0.8;

    private final TreeSettings settings;

    Fitter(TreeSettings settings) {
        this.settings = settings;
    }

    /**
     * The model that these rows give.
     *
     * @param progress told how many ranges are done, after each
     */
    FittedModel fit(String modelId, TrainingRows rows, IntConsumer progress) {
        var boosters = rows.ranges().stream()
                .map(range -> {
                    var booster = fit(range, rows.of(range));
                    progress.accept(rows.ranges().indexOf(range) + 1);
                    return booster;
                })
                .toList();
        return new FittedModel(modelId, rows.features().schema(), boosters);
    }

    private Booster fit(HorizonRange range, RowBuffer rows) {
        long cut = rows.hourAt(EARLIER_SHARE);
        // Rows next to the cut share their hours with those after it: a gap as long as the horizon keeps them apart.
        Samples earlier = rows.samples(hour -> hour < cut - range.to());
        Samples later = rows.samples(hour -> hour >= cut);
        try (var trees = Trees.fit(earlier, later, rows.samples(hour -> true), settings)) {
            return Booster.newBuilder()
                    .setFromHorizonHours(range.from())
                    .setToHorizonHours(range.to())
                    .setUbj(ByteBuffer.wrap(trees.toBytes()))
                    .build();
        }
    }
}
