package io.fleetorchestrator.forecaster.model;

import io.fleetorchestrator.core.features.FeatureSchema;
import io.fleetorchestrator.schemas.contract.LinearPart;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A line for each horizon of a range. Weather of the next day is mostly linear in that of the last days, and a line needs
 * far fewer rows to learn it than trees do; trees are grown on what lines leave over.
 */
public final class LinearModels {

    private static final LinearModels NONE = new LinearModels(0, List.of());

    private final int from;
    private final List<LinearModel> byHorizon;

    private LinearModels(int from, List<LinearModel> byHorizon) {
        this.from = from;
        this.byHorizon = byHorizon;
    }

    /** The lines that these rows of the range give. */
    public static LinearModels fit(Samples samples, HorizonRange range) {
        var lines = IntStream.rangeClosed(range.from(), range.to())
                .mapToObj(horizon -> Ridge.fit(samples.where(FeatureSchema.HORIZON, horizon)))
                .toList();
        return new LinearModels(range.from(), lines);
    }

    /**
     * The lines that were written; none at all for models from before there were lines.
     *
     * @param width how many features a row has
     */
    static LinearModels of(HorizonRange range, List<LinearPart> parts, int width) {
        if (parts.isEmpty()) {
            return NONE;
        }
        if (parts.size() != range.size()) {
            throw new IllegalArgumentException(
                    parts.size() + " lines cannot serve horizons " + range.from() + " to " + range.to());
        }
        return new LinearModels(
                range.from(),
                parts.stream().map(part -> LinearModel.of(part, width)).toList());
    }

    public List<LinearPart> written() {
        return byHorizon.stream().map(LinearModel::written).toList();
    }

    /** The same rows, labelled with what these lines leave over. */
    public Samples residuals(Samples samples) {
        var labels = samples.labels().clone();
        for (int row = 0; row < labels.length; row++) {
            int begin = row * samples.width();
            labels[row] -=
                    (float) at((int) samples.features()[begin + FeatureSchema.HORIZON], samples.features(), begin);
        }
        return new Samples(samples.features(), labels);
    }

    /** The change that the line of this horizon expects of the row which begins here. */
    double at(int horizon, float[] rows, int begin) {
        return byHorizon.isEmpty() ? 0 : byHorizon.get(horizon - from).at(rows, begin);
    }
}
