package io.fleetorchestrator.core.scoring;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.calibration.Margins;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvaluationMetricsTest {

    private static final int HORIZONS = 3;
    private static final int WARM_UP = 20;

    private final Random random = new Random(3);
    private final EvaluationMetrics figures = metrics();

    @Test
    void aBacktestHasTheFiguresThatTheServicePublishes() {
        // given
        var ledger = new CoverageLedger(HORIZONS, Confidence.DEFAULT, DriftRule.below(0.85, Confidence.DEFAULT));

        // when both score the same forecasts, of which those of the first hours have no intervals yet
        for (int hour = 0; hour < 1_000; hour++) {
            double actual = 20 + 3 * random.nextGaussian();
            var forecasts = forecasts(hour, actual);
            ledger.record(hour, actual, forecasts);
            forecasts.forEach(figures::add);
        }

        // then
        var published = ledger.summary().orElseThrow();
        var total = figures.total();
        then(total.mae()).isEqualTo(published.getMae());
        then(total.maePersistence()).isEqualTo(published.getMaePersistence());
        then(total.maeSeasonalNaive()).isEqualTo(published.getMaeSeasonalNaive());
        then(total.coverage()).isEqualTo(published.getCoverage());
        then(total.coverageUpper()).isEqualTo(published.getCoverageUpper());
        then(total.meanWidth()).isEqualTo(published.getMeanWidth());
        then(total.winkler()).isEqualTo(published.getWinkler());
        then(figures.coverageByHorizon().getMin()).isEqualTo(published.getCoverageHorizonMin());
        then(figures.coverageByHorizon().getMax()).isEqualTo(published.getCoverageHorizonMax());
        then(figures.worstWeek()).isEqualTo(published.getCoverageWorst7d());
    }

    @Test
    void theWorstWeekOfSeveralRegionsIsThatOfTheWorstRegion() {
        var bad = metrics();
        for (int hour = 0; hour < 400; hour++) {
            figures.add(forecast(hour, 1, 20, 20));
            bad.add(forecast(hour, 1, hour % 2 == 0 ? 20 : 30, 20));
        }
        var both = metrics();

        both.add(figures);
        both.add(bad);
        both.add(metrics());

        then(figures.worstWeek()).isEqualTo(1);
        then(both.worstWeek()).isEqualTo(0.5);
    }

    @Test
    void nothingIsKnownOfForecastsThatWereNotScored() {
        then(figures.total().mae()).isNaN();
        then(figures.total().coverage()).isNaN();
        then(figures.worstWeek()).isNaN();
    }

    private static EvaluationMetrics metrics() {
        return new EvaluationMetrics(HORIZONS, 25, 25, 0.95);
    }

    private List<ScoredForecast> forecasts(int hour, double actual) {
        return IntStream.rangeClosed(1, HORIZONS)
                .mapToObj(horizon -> forecast(hour, horizon, actual, 20 + random.nextGaussian()))
                .toList();
    }

    private static ScoredForecast forecast(int hour, int horizon, double actual, double point) {
        var margins = hour < WARM_UP ? Margins.NONE : new Margins(6, 6, 5);
        return new ScoredForecast(hour, horizon, actual, point, margins, new Baselines(point + 1, point - 2));
    }
}
