package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.calibration.Seed;
import io.fleetorchestrator.core.features.Quantity;
import io.fleetorchestrator.core.forecast.CalibrationSeeds;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.PointForecaster;
import io.fleetorchestrator.schemas.contract.CalibrationSeed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One region's hours that a model was not fitted to: its errors there seed the calibration, and its figures judge it. */
final class HeldBack {

    private static final int DAY = 24;

    /** Seeds under this region are for regions that were not seen in training. */
    private static final String ANY_REGION = "";

    /** Scores that the seed of all regions together is taken from: plenty for any quantile. */
    private static final int POOLED = 2_000;

    private final Split split;
    private final Walk walk;
    private final Figures figures;
    private final List<List<Scored>> byHorizon;

    HeldBack(RegionSeries series, Quantity signal, Split split, ForecastPlan plan) {
        this.split = split;
        this.walk = new Walk(series, signal, plan);
        // What is hot or above a limit is for the service to tell, not for a training run.
        this.figures = new Figures(
                plan.horizonHours(),
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                plan.confidence().level());
        this.byHorizon = IntStream.range(0, plan.horizonHours())
                .<List<Scored>>mapToObj(horizon -> new ArrayList<>())
                .toList();
    }

    void live(PointForecaster model) {
        walk.skipTo(split.calibrateFrom());
        walk.to(split.end(), model, this::take);
    }

    private void take(Scored scored) {
        if (scored.issuedAfter() >= split.testFrom() - 1) {
            figures.add(scored);
        } else if (scored.hour() < split.testFrom()) {
            byHorizon.get(scored.horizon() - 1).add(scored);
        }
    }

    Figures figures() {
        return figures;
    }

    Stream<CalibrationSeed> seeds(Confidence confidence) {
        return IntStream.rangeClosed(1, byHorizon.size())
                .mapToObj(horizon -> seed(walk.series().region(), horizon, byHorizon.get(horizon - 1), confidence))
                .flatMap(Optional::stream);
    }

    /** Where regions that were not seen in training start from: the errors of all that were. */
    static Stream<CalibrationSeed> pooled(List<HeldBack> regions, int horizons, Confidence confidence) {
        return IntStream.rangeClosed(1, horizons)
                .mapToObj(horizon -> seed(ANY_REGION, horizon, pooled(regions, horizon), confidence))
                .flatMap(Optional::stream);
    }

    private static List<Scored> pooled(List<HeldBack> regions, int horizon) {
        return regions.stream()
                .flatMap(region -> region.byHorizon.get(horizon - 1).stream())
                .sorted(Comparator.comparingLong(Scored::hour).reversed())
                .limit(POOLED)
                .sorted(Comparator.comparingLong(Scored::hour))
                .toList();
    }

    private static Optional<CalibrationSeed> seed(
            String region, int horizon, List<Scored> scores, Confidence confidence) {
        if (scores.size() < confidence.leastScores()) {
            return Optional.empty();
        }
        double[] errors = scores.stream().mapToDouble(Scored::error).toArray();
        int[] hours = scores.stream()
                .mapToInt(scored -> (int) Math.floorMod(scored.hour(), (long) DAY))
                .toArray();
        return Optional.of(CalibrationSeeds.write(region, horizon, Seed.of(confidence, errors, hours)));
    }
}
