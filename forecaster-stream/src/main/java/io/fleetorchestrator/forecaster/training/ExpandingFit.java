package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.features.FeatureBuilder;
import io.fleetorchestrator.core.features.FeatureSchema;
import io.fleetorchestrator.core.features.Measurement;
import java.util.List;
import java.util.function.ToLongFunction;

/** Fits models to a growing past of several regions. Calls must be in order of time. */
public final class ExpandingFit {

    /** With less than a year of data, columns of the season extrapolate: the measured MAE was 2.18, and 1.26 without. */
    private static final long YEAR_HOURS = 8_766;

    private final Measurement signal;
    private final List<RegionSeries> regions;
    private final TrainingPlan plan;
    private final Fitter fitter;
    private TrainingRows rows;
    private List<Cursor> cursors;
    private boolean seasonal;

    public ExpandingFit(Measurement signal, List<RegionSeries> regions, TrainingPlan plan) {
        this.signal = signal;
        this.regions = regions;
        this.plan = plan;
        this.fitter = new Fitter(plan.trees());
        this.cursors = cursors();
        this.rows = rows(FeatureSchema.of(signal));
    }

    /** The model of everything before {@code end}, an hour since the epoch. */
    FittedModel fitBefore(long end, String modelId) {
        long first = regions.stream().mapToLong(RegionSeries::firstHour).min().orElse(end);
        return fit(modelId, end - first, series -> end);
    }

    /**
     * The model of the hours of each region before its own end.
     *
     * @param elapsed hours of the longest past; with at least a year the season is included
     */
    public FittedModel fit(String modelId, long elapsed, ToLongFunction<RegionSeries> end) {
        if (!seasonal && elapsed >= YEAR_HOURS) {
            seasonal = true;
            cursors = cursors();
            rows = rows(FeatureSchema.withSeason(signal));
        }
        cursors.forEach(
                cursor -> rows.extend(cursor, Math.min(cursor.series().endHour(), end.applyAsLong(cursor.series()))));
        return fitter.fit(modelId, rows, elapsed);
    }

    private List<Cursor> cursors() {
        return regions.stream().map(Cursor::new).toList();
    }

    private TrainingRows rows(FeatureSchema schema) {
        return new TrainingRows(new FeatureBuilder(schema), plan.horizonHours(), plan.rowsPerRange());
    }
}
