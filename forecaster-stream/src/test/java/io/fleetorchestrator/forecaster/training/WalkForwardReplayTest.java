package io.fleetorchestrator.forecaster.training;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.SeasonalNaive;
import io.fleetorchestrator.core.scoring.ScoredForecast;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WalkForwardReplayTest {

    private static final long START = RegionHistory.hourOf(Weather.hour("arizona", 0, 0));

    @BeforeAll
    static void trustOurTypes() {
        AvroSerdes.guardAvro();
    }

    @Test
    void laterHoursDoNotChangeEarlierForecasts() {
        var once = walk(Weather.series("arizona", 400, 1), 400);
        var changed = Weather.series("arizona", 399, 1);
        changed.add(Weather.hour("arizona", 399, 60));

        var again = walk(changed, 400);

        then(again.stream().map(WalkForwardReplayTest::issued))
                .containsExactlyElementsOf(
                        once.stream().map(WalkForwardReplayTest::issued).toList());
    }

    @Test
    void nothingIsScoredWhileSkipping() {
        var walk =
                new WalkForwardReplay(Weather.series("arizona", 400, 1), Measurement.TEMPERATURE, ForecastPlan.DEFAULT);
        var scores = new ArrayList<ScoredForecast>();

        walk.skipTo(START + 200);
        walk.replayTo(START + 230, new SeasonalNaive(Measurement.TEMPERATURE), scores::add);

        then(scores)
                .isNotEmpty()
                .allSatisfy(scored -> then(scored.issuedAfter()).isGreaterThanOrEqualTo(START + 200));
    }

    @Test
    void aGapIsNeitherForecastFromNorScored() {
        var series = Weather.series("arizona", 300, 1);
        Weather.hours("arizona", 700, 2).subList(500, 700).forEach(series::add);

        then(walk(series, 700)).noneMatch(scored -> scored.hour() >= START + 300 && scored.hour() < START + 500);
    }

    private static List<ScoredForecast> walk(RegionSeries series, int hours) {
        var scores = new ArrayList<ScoredForecast>();
        new WalkForwardReplay(series, Measurement.TEMPERATURE, ForecastPlan.DEFAULT)
                .replayTo(START + hours, new SeasonalNaive(Measurement.TEMPERATURE), scores::add);
        return scores;
    }

    /** The forecast without the value that its hour had. */
    private static ScoredForecast issued(ScoredForecast scored) {
        return new ScoredForecast(
                scored.hour(), scored.horizon(), 0, scored.point(), scored.margins(), scored.baselines());
    }
}
