package io.fleetorchestrator.forecaster.model;

import io.fleetorchestrator.core.features.FeatureSchema;
import io.fleetorchestrator.schemas.contract.LinearPart;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A linear model for each horizon of a range. The weather of the next day is mostly linear in that of the last days, and a
 * linear model needs far fewer rows than trees. Trees are fitted to the residuals.
 */
public final class LinearModels {

    private static final LinearModels NONE = new LinearModels(0, List.of());

    private final int from;
    private final List<LinearModel> byHorizon;

    private LinearModels(int from, List<LinearModel> byHorizon) {
        this.from = from;
        this.byHorizon = byHorizon;
    }

    /** Fits linear models to these rows of the range. */
    public static LinearModels fit(Samples samples, HorizonRange range) {
        var lines = IntStream.rangeClosed(range.from(), range.to())
                .mapToObj(horizon -> Ridge.fit(samples.where(FeatureSchema.HORIZON, horizon)))
                .toList();
        return new LinearModels(range.from(), lines);
    }

    /**
     * The linear models of these records; none for artifacts of versions without linear parts.
     *
     * @param width number of features of a row
     */
    static LinearModels of(HorizonRange range, List<LinearPart> parts, int width) {
        if (parts.isEmpty()) {
            return NONE;
        }
        if (parts.size() != range.size()) {
            throw new IllegalArgumentException(
                    parts.size() + " linear parts do not match the horizons " + range.from() + " to " + range.to());
        }
        return new LinearModels(
                range.from(),
                parts.stream().map(part -> LinearModel.of(part, width)).toList());
    }

    public List<LinearPart> written() {
        return byHorizon.stream().map(LinearModel::written).toList();
    }

    /** The same rows, with the residuals as labels. */
    public Samples residuals(Samples samples) {
        var labels = samples.labels().clone();
        for (int row = 0; row < labels.length; row++) {
            int begin = row * samples.width();
            labels[row] -=
                    (float) at((int) samples.features()[begin + FeatureSchema.HORIZON], samples.features(), begin);
        }
        return new Samples(samples.features(), labels);
    }

    /** The predicted change at this horizon for the row that begins here. */
    double at(int horizon, float[] rows, int begin) {
        return byHorizon.isEmpty() ? 0 : byHorizon.get(horizon - from).at(rows, begin);
    }
}
