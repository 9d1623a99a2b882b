package io.fleetorchestrator.forecaster.training;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.forecaster.model.HorizonRange;
import io.fleetorchestrator.forecaster.training.TrainingOutcome.Refused;
import io.fleetorchestrator.forecaster.training.TrainingOutcome.Trained;
import io.fleetorchestrator.schemas.contract.CalibrationSeed;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private static final int SIXTY_DAYS = 60 * 24;
    private static final long PLENTY = 8 << 20;

    private static final List<RegionSeries> REGIONS =
            List.of(Weather.series("arizona", SIXTY_DAYS, 1), Weather.series("ireland", SIXTY_DAYS, 2));

    /** Training takes seconds, and most tests look at the same model. */
    private static ModelArtifact artifact;

    @BeforeAll
    static void train() {
        AvroSerdes.guardAvro();
        artifact = trained(REGIONS);
    }

    @Test
    void trainsAModelThatIsBetterThanTheSeasonalNaiveForecast() {
        var figures = artifact.getEvaluation();
        then(figures.getMae()).isLessThan(0.9 * figures.getMaeSeasonalNaive());
        then(artifact.getModelId()).isEqualTo("temperature-20250307T0000");
        then(artifact.getTrainedAt()).isEqualTo(Weather.START.plus(Duration.ofDays(60)));
        then(artifact.getBoosters()).hasSameSizeAs(HorizonRange.upTo(24));
    }

    @Test
    void describesTheModelInAFewFigures() {
        var outcome = new Trained(Measurement.TEMPERATURE, artifact);

        then(outcome.text())
                .matches("TEMPERATURE: temperature-\\w+, \\d+ train / \\d+ calibrate / \\d+ test hours,"
                        + " MAE \\d\\.\\d{3} \\(seasonal naive \\d\\.\\d{3}, persistence \\d\\.\\d{3}\\),"
                        + " coverage \\d\\d\\.\\d %, one-sided \\d\\d\\.\\d %, mean width \\d+\\.\\d{3}");
    }

    /** Eight regions with a month each have about 90 fronts: chance alone changes their coverage by 0.023. */
    @Test
    void seedsIntervalsThatKeepTheirConfidenceOnNewHours() {
        var many = IntStream.range(0, 8)
                .mapToObj(seed -> Weather.series("region-" + seed, 200 * 24, seed))
                .toList();

        var figures = trained(many).getEvaluation();

        then(figures.getTestHours()).isEqualTo(720);
        then(figures.getCoverage()).isCloseTo(0.95, within(0.025));
        then(figures.getCoverageUpper()).isCloseTo(0.95, within(0.025));
    }

    @Test
    void seedsTheCalibrationOfEveryRegionAndOfUnknownRegions() {
        then(artifact.getCalibrationSeeds())
                .extracting(CalibrationSeed::getRegion)
                .containsOnly("arizona", "ireland", "")
                .hasSize(3 * 24);
    }

    @Test
    void trainsTheSameModelAgain() {
        then(trained(REGIONS)).isEqualTo(artifact);
    }

    @Test
    void leavesOutTheSeasonBelowAYear() {
        then(artifact.getFeatureNames()).doesNotContain("season_sin");
    }

    @Test
    void refusesLessThanTwoWeeks() {
        then(train(List.of(Weather.series("arizona", 335, 1)), PLENTY))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> then(refused.reason()).contains("335 hours").contains("336"));
    }

    @Test
    void refusesAModelThatIsNotBetterThanTheSeasonalNaiveForecast() {
        var unchanging = Weather.hour("arizona", 0, 20);
        var series = RegionSeries.startingWith(unchanging);
        for (int at = 1; at < SIXTY_DAYS; at++) {
            series.add(Weather.hour("arizona", at, 20 + at % 24));
        }

        then(train(List.of(series), PLENTY))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> then(refused.reason()).contains("is not better than"));
    }

    @Test
    void refusesAModelThatIsTooLargeForItsTopic() {
        then(train(REGIONS, 10_000))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> then(refused.reason())
                                .contains("max.message.bytes")
                                .contains("shorter horizon"));
    }

    @Test
    void refusesASignalThatIsNotMeasured() {
        var trainer = new Trainer(TrainingPlan.of(24), Confidence.DEFAULT, PLENTY, text -> {});

        then(trainer.train(Measurement.CARBON, REGIONS)).isInstanceOf(Refused.class);
    }

    private static ModelArtifact trained(List<RegionSeries> regions) {
        return ((Trained) train(regions, PLENTY)).artifact();
    }

    private static TrainingOutcome train(List<RegionSeries> regions, long mostBytes) {
        return new Trainer(TrainingPlan.of(24), Confidence.DEFAULT, mostBytes, text -> {})
                .train(Measurement.TEMPERATURE, regions);
    }
}
