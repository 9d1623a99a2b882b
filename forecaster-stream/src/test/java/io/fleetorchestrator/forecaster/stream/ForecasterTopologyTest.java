package io.fleetorchestrator.forecaster.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fleetorchestrator.core.forecast.ForecastInput;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.PointForecaster;
import io.fleetorchestrator.core.hours.HourRules;
import io.fleetorchestrator.core.hours.ReadingRules;
import io.fleetorchestrator.runtime.service.TopologyContext;
import io.fleetorchestrator.runtime.streams.TopologyFactory;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.ModelEvaluation;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.Signal;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.GoldenTopology;
import io.fleetorchestrator.testing.TopologyHarness;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForecasterTopologyTest {

    private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");
    private static final Instant WALL_CLOCK = Instant.parse("2026-08-01T00:00:00Z");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyHarness harness = TopologyHarness.run(
            TopologyFactory::withFailurePolicy,
            (builder, serdes) -> new ForecasterTopology(
                            new TopologyContext(serdes, Topics.DEFAULT_PREFIX, meters),
                            new ReadingRules(Duration.ofMinutes(5)),
                            new HourRules(Duration.ofMinutes(10), Duration.ofHours(2)),
                            ForecastPlan.DEFAULT,
                            this::load)
                    .build(builder),
            WALL_CLOCK);

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void matchesItsGoldenFile() {
        GoldenTopology.assertMatches(harness.topology(), "forecaster");
    }

    @Test
    void closesAnHourOnceWithItsMeans() {
        // when
        pipe("arizona", 0, 20);
        pipe("arizona", 30, 30);
        pipe("arizona", 69, 60);
        assertThat(harness.read(Topics.TELEMETRY_HOURLY)).isEmpty();
        pipe("arizona", 70, 60);
        pipe("arizona", 71, 60);

        // then
        assertThat(harness.readRecords(Topics.TELEMETRY_HOURLY)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("arizona");
            assertThat(record.getRecordTime()).isEqualTo(START);
            assertThat(record.value().getHourStart()).isEqualTo(START);
            assertThat(record.value().getReadings()).isEqualTo(2);
            assertThat(record.value().getTemperatureC()).isEqualTo(25);
        });
    }

    @Test
    void forecastsAtEveryClosedHourAndScoresEarlierForecasts() {
        // when
        pipeHours("arizona", 0, 26);

        // then
        var forecasts = harness.readRecords(Topics.FORECAST_INTERVALS);
        assertThat(forecasts).hasSize(25);
        assertThat(forecasts)
                .allSatisfy(record -> assertThat(record.getRecordTime())
                        .isEqualTo(record.value().getIssuedAt()));
        assertThat(forecasts)
                .extracting(record -> record.value().getIssuedAt())
                .isSorted()
                .doesNotHaveDuplicates();
        var outcomes = harness.read(Topics.FORECAST_OUTCOMES);
        assertThat(outcomes).hasSize(25);
        assertThat(outcomes.get(24).getSignals().get(0).getHorizons()).isNotEmpty();
    }

    @Test
    void acceptsReadingsOutOfOrderWithinTheGrace() {
        // when
        pipe("arizona", 65, 50);
        pipe("arizona", 40, 20);
        pipe("arizona", 130, 50);

        // then
        assertThat(harness.read(Topics.TELEMETRY_HOURLY))
                .extracting(HourlyFeatures::getHourStart, HourlyFeatures::getReadings)
                .containsExactly(tuple(START, 1), tuple(START.plusSeconds(3600), 1));
        assertThat(harness.deadLetters()).isEmpty();
    }

    @Test
    void deadLettersLateReadingsWithTheReason() {
        // given
        pipe("arizona", 10, 20);
        pipe("arizona", 70, 20);

        // when
        pipe("arizona", 59, 20);

        // then
        assertThat(harness.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo("arizona");
            assertThat(letter.headers()).containsEntry("__fleet.reason", "LATE");
            assertThat(letter.headers()).containsEntry("__streams.errors.topic", "fleet.telemetry.readings");
        });
    }

    @Test
    void closesNoHourForAReadingFromTheFuture() {
        // given
        pipe("arizona", 10, 20);

        // when
        pipeAt("arizona", WALL_CLOCK.plusSeconds(301), 20);
        pipeAt("ireland", WALL_CLOCK.plusSeconds(3600), 9);
        pipe("arizona", 20, 20);

        // then
        assertThat(harness.read(Topics.TELEMETRY_HOURLY)).isEmpty();
        assertThat(harness.deadLetters())
                .extracting(letter -> letter.headers().get("__fleet.reason"))
                .containsExactly("FUTURE", "FUTURE");
    }

    @Test
    void deadLettersImpossibleReadingsAndProcessesTheOthers() {
        // when
        harness.pipeBytes(Topics.TELEMETRY_READINGS, "arizona", "poison".getBytes(StandardCharsets.UTF_8), START);
        pipe("arizona", 1, 71);
        pipe("arizona", 2, Double.NaN);
        harness.pipe(Topics.TELEMETRY_READINGS, "ireland", reading("arizona", at(3), 20), at(3));
        pipe("arizona", 4, 20);
        pipe("arizona", 70, 20);

        // then
        assertThat(harness.deadLetters())
                .extracting(letter -> letter.headers().get("__fleet.reason"))
                .containsExactly("UNREADABLE", "OUT_OF_RANGE", "NOT_FINITE", "KEY_MISMATCH");
        assertThat(harness.read(Topics.TELEMETRY_HOURLY))
                .extracting(HourlyFeatures::getReadings)
                .containsExactly(1);
        assertThat(meters.get("fleet.readings")
                        .tag("result", "refused")
                        .counter()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void countsADuplicateOnce() {
        // when
        pipe("arizona", 10, 20);
        pipe("arizona", 10, 20);
        pipe("arizona", 70, 20);

        // then
        assertThat(harness.read(Topics.TELEMETRY_HOURLY))
                .extracting(HourlyFeatures::getReadings)
                .containsExactly(1);
        assertThat(harness.deadLetters()).isEmpty();
        assertThat(meters.get("fleet.readings")
                        .tag("result", "duplicate")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void continuesAfterAGapOfDays() {
        // given
        pipeHours("arizona", 0, 100);
        harness.read(Topics.FORECAST_INTERVALS);

        // when
        pipeHours("arizona", 170, 200);

        // then
        assertThat(harness.read(Topics.TELEMETRY_HOURLY)).hasSize(129);
        var last = last(harness.read(Topics.FORECAST_INTERVALS));
        assertThat(last.getTemperature().getStatus()).isEqualTo(ForecastStatus.CALIBRATED);
    }

    @Test
    void closesTheHoursOfAnIdleRegionAndReportsIt() {
        // given
        pipe("arizona", 30, 20);

        // when
        for (int minute = 30; minute <= 200; minute++) {
            pipe("ireland", minute, 9);
        }

        // then
        assertThat(harness.read(Topics.TELEMETRY_HOURLY))
                .extracting(HourlyFeatures::getRegion, HourlyFeatures::getHourStart)
                .containsExactlyInAnyOrder(
                        tuple("arizona", START),
                        tuple("ireland", START),
                        tuple("ireland", START.plusSeconds(3600)),
                        tuple("ireland", START.plusSeconds(7200)));
        assertThat(harness.readRecords(Topics.FLEET_ADVISORIES))
                .extracting(
                        TestRecord::key,
                        record -> record.value().getKind(),
                        record -> record.value().getRegion())
                .containsExactly(tuple("global", AdvisoryKind.STALE_TELEMETRY, "arizona"));

        // when
        pipe("arizona", 201, 20);

        // then
        assertThat(harness.read(Topics.FLEET_ADVISORIES))
                .extracting(Advisory::getKind)
                .containsExactly(AdvisoryKind.TELEMETRY_RESUMED);
    }

    @Test
    void closesTheHoursOfASilentPartitionByTheWallClock() {
        // given
        pipe("arizona", 30, 20);

        // when
        harness.advanceTime(Duration.ofMinutes(119));
        assertThat(harness.read(Topics.FLEET_ADVISORIES)).isEmpty();
        harness.advanceTime(Duration.ofMinutes(2));

        // then
        assertThat(harness.read(Topics.TELEMETRY_HOURLY)).hasSize(1);
        assertThat(harness.read(Topics.FLEET_ADVISORIES))
                .extracting(Advisory::getKind)
                .containsExactly(AdvisoryKind.STALE_TELEMETRY);
    }

    @Test
    void warmsUpUntilItIsCalibrated() {
        // when
        pipeHours("arizona", 0, 80);

        // then
        var statuses = harness.read(Topics.FORECAST_INTERVALS).stream()
                .map(forecast -> forecast.getTemperature().getStatus())
                .toList();
        assertThat(statuses.subList(0, 62)).containsOnly(ForecastStatus.WARMING_UP);
        assertThat(statuses.subList(62, 79)).containsOnly(ForecastStatus.CALIBRATED);
        assertThat(meters.get("fleet.forecast.temperature")
                        .tags("region", "arizona", "bound", "upper_one_sided")
                        .gauge()
                        .value())
                .isFinite();
        assertThat(meters.get("fleet.coverage")
                        .tags("region", "arizona", "signal", "temperature", "bound", "upper", "window", "all")
                        .gauge()
                        .value())
                .isBetween(0.5, 1.0);
        assertThat(meters.get("fleet.interval.width")
                        .tags("region", "arizona", "signal", "temperature")
                        .gauge()
                        .value())
                .isPositive();
        assertThat(meters.get("fleet.dead.letters")
                        .tag("reason", "LATE")
                        .counter()
                        .count())
                .isZero();
    }

    @Test
    void keepsMoreRegionsThanFitOnTheHeap() {
        // given
        var regions =
                IntStream.range(0, 90).mapToObj(number -> "region-" + number).toList();

        // when
        for (int hour = 0; hour < 28; hour++) {
            for (String region : regions) {
                pipeHours(region, hour, hour + 1);
            }
        }

        // then all of them have the same forecasts, because they had the same readings
        var newest = harness.read(Topics.FORECAST_INTERVALS).stream()
                .collect(Collectors.toMap(
                        RegionForecast::getRegion, RegionForecast::getTemperature, (earlier, later) -> later));
        assertThat(newest).containsOnlyKeys(regions);
        assertThat(newest.values()).allSatisfy(forecast -> {
            assertThat(forecast.getCalibrationSize()).isPositive();
            assertThat(forecast).isEqualTo(newest.get("region-0"));
        });
    }

    @Test
    void usesANewModelAtTheNextHourAndKeepsItsCalibration() {
        // given
        pipeHours("arizona", 0, 80);
        var before = last(harness.read(Topics.FORECAST_INTERVALS)).getTemperature();

        // when
        publish("constant-1");
        pipeHours("arizona", 80, 81);
        var after = last(harness.read(Topics.FORECAST_INTERVALS)).getTemperature();
        publish("constant-2");
        pipeHours("arizona", 81, 82);
        var later = last(harness.read(Topics.FORECAST_INTERVALS)).getTemperature();

        // then
        assertThat(before.getModelId()).isEqualTo("seasonal-naive");
        assertThat(after.getModelId()).isEqualTo("constant-1");
        assertThat(after.getStatus()).isEqualTo(ForecastStatus.CALIBRATED);
        assertThat(after.getCalibrationSize()).isEqualTo(before.getCalibrationSize() + 1);
        assertThat(after.getHours())
                .allSatisfy(hour -> assertThat(hour.getPoint()).isEqualTo(21));
        assertThat(later.getModelId()).isEqualTo("constant-2");
    }

    @Test
    void keepsTheOldModelIfTheNewOneIsInvalid() {
        // given
        publish("constant-1");
        pipeHours("arizona", 0, 3);

        // when
        publish("broken");
        pipeHours("arizona", 3, 5);

        // then
        assertThat(last(harness.read(Topics.FORECAST_INTERVALS))
                        .getTemperature()
                        .getModelId())
                .isEqualTo("constant-1");
        assertThat(meters.get("fleet.models.refused").counter().count()).isEqualTo(1);
    }

    private PointForecaster load(ModelArtifact artifact) {
        if (artifact.getModelId().equals("broken")) {
            throw new IllegalArgumentException("model broken was trained on other columns");
        }
        return new Constant(artifact.getModelId());
    }

    private record Constant(String modelId) implements PointForecaster {

        @Override
        public void forecast(ForecastInput input, double[] out) {
            Arrays.fill(out, 21);
        }
    }

    private void publish(String modelId) {
        var artifact = ModelArtifact.newBuilder()
                .setSignal(Signal.TEMPERATURE)
                .setModelId(modelId)
                .setTrainedAt(START)
                .setFeatureNames(List.of())
                .setFeatureSchemaHash("")
                .setBoosters(List.of())
                .setEvaluation(ModelEvaluation.newBuilder()
                        .setTrainHours(1)
                        .setCalibrationHours(1)
                        .setTestHours(1)
                        .setMae(1)
                        .setMaePersistence(2)
                        .setMaeSeasonalNaive(2)
                        .build())
                .build();
        harness.pipe(Topics.FORECAST_MODELS, "TEMPERATURE", artifact, START);
    }

    /** One reading in each hour; the last one opened stays open. */
    private void pipeHours(String region, int from, int until) {
        for (int hour = from; hour < until; hour++) {
            pipe(region, hour * 60 + 15, 20 + 8 * Math.sin(2 * Math.PI * hour / 24) + hour * 7 % 5);
        }
    }

    private void pipe(String region, int minute, double temperature) {
        pipeAt(region, at(minute), temperature);
    }

    private void pipeAt(String region, Instant time, double temperature) {
        harness.pipe(Topics.TELEMETRY_READINGS, region, reading(region, time, temperature), time);
    }

    private static TelemetryReading reading(String region, Instant time, double temperature) {
        return TelemetryReading.newBuilder()
                .setRegion(region)
                .setObservedAt(time)
                .setTemperatureC(temperature)
                .build();
    }

    private static Instant at(int minute) {
        return START.plusSeconds(minute * 60L);
    }

    private static RegionForecast last(List<RegionForecast> forecasts) {
        return new ArrayList<>(forecasts).get(forecasts.size() - 1);
    }
}
