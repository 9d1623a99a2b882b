package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.calibration.Seed;
import io.fleetorchestrator.core.forecast.CalibrationSeeds;
import io.fleetorchestrator.core.scoring.ScoredForecast;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.CalibrationSeed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scored forecasts of hours that a model was not fitted to, by horizon. Calibration seeds are computed from them. */
final class CalibrationScores {

    /** Number of scores for the seed of all regions together: enough for any quantile. */
    private static final int POOLED = 2_000;

    private final String region;
    private final List<List<ScoredForecast>> byHorizon;

    CalibrationScores(String region, int horizons) {
        this.region = region;
        this.byHorizon = IntStream.range(0, horizons)
                .<List<ScoredForecast>>mapToObj(horizon -> new ArrayList<>())
                .toList();
    }

    /** Adds a forecast, later than all earlier ones of its horizon. */
    void add(ScoredForecast scored) {
        byHorizon.get(scored.horizon() - 1).add(scored);
    }

    /** A seed for each horizon that has enough scores. */
    Stream<CalibrationSeed> seeds(Confidence confidence) {
        return IntStream.rangeClosed(1, byHorizon.size())
                .mapToObj(horizon -> seed(region, horizon, byHorizon.get(horizon - 1), confidence))
                .flatMap(Optional::stream);
    }

    /** The seeds for regions that were not part of the training data, from the errors of all that were. */
    static Stream<CalibrationSeed> pooled(List<CalibrationScores> regions, int horizons, Confidence confidence) {
        return IntStream.rangeClosed(1, horizons)
                .mapToObj(horizon -> seed(CalibrationSeeds.ANY_REGION, horizon, pooled(regions, horizon), confidence))
                .flatMap(Optional::stream);
    }

    private static List<ScoredForecast> pooled(List<CalibrationScores> regions, int horizon) {
        return regions.stream()
                .flatMap(region -> region.byHorizon.get(horizon - 1).stream())
                .sorted(Comparator.comparingLong(ScoredForecast::hour).reversed())
                .limit(POOLED)
                .sorted(Comparator.comparingLong(ScoredForecast::hour))
                .toList();
    }

    private static Optional<CalibrationSeed> seed(
            String region, int horizon, List<ScoredForecast> scores, Confidence confidence) {
        if (scores.size() < confidence.leastScores()) {
            return Optional.empty();
        }
        double[] errors = scores.stream().mapToDouble(ScoredForecast::error).toArray();
        int[] hours = scores.stream()
                .mapToInt(scored -> EpochHours.hourOfDay(scored.hour()))
                .toArray();
        return Optional.of(CalibrationSeeds.write(region, horizon, Seed.of(confidence, errors, hours)));
    }
}
