package io.fleetorchestrator.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.schemas.contract.ForecastOutcome;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.HourInterval;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.state.RegionSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RegionForecasterTest {

    private static final ForecastPlan PLAN = ForecastPlan.DEFAULT;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final RegionForecaster forecaster = new RegionForecaster(PLAN);
    private final RegionState state = RegionState.empty(PLAN);

    @Test
    void warmsUpAndIsCalibratedOnDayThree() {
        var statuses = new ArrayList<ForecastStatus>();
        for (int hour = 0; hour < 120; hour++) {
            statuses.add(
                    close(state, hour, weather(1)).forecast().getTemperature().getStatus());
        }
        // Yesterday is known after 24 hours; the hour of the 39th forecast from it closes 39 hours later.
        assertThat(statuses.subList(0, 62)).containsOnly(ForecastStatus.WARMING_UP);
        assertThat(statuses.subList(62, 120)).containsOnly(ForecastStatus.CALIBRATED);
    }

    @Test
    void issuesFiniteOrderedIntervalsFromTheEndOfTheHour() {
        // when
        var forecast = run(state, 0, 200, weather(1)).forecast();

        // then
        assertThat(forecast.getIssuedAt()).isEqualTo(START.plusSeconds(200 * 3600));
        assertThat(forecast.getTemperature().getHours()).hasSize(24).allSatisfy(hour -> {
            assertThat(hour.getLower()).isFinite().isLessThan(hour.getPoint());
            assertThat(hour.getUpper()).isFinite().isGreaterThan(hour.getPoint());
            assertThat(hour.getUpperOneSided()).isFinite().isLessThanOrEqualTo(hour.getUpper());
        });
        assertThat(forecast.getTemperature().getHours().get(0).getStartsAt()).isEqualTo(forecast.getIssuedAt());
        assertThat(forecast.getTemperature().getCalibrationSize()).isGreaterThanOrEqualTo(39);
        assertThat(forecast.getWater().getStatus()).isEqualTo(ForecastStatus.NO_FORECAST);
    }

    @Test
    void settlesEveryHorizonByWhatWasIssued() {
        // given
        var issued = new ArrayList<RegionForecast>();
        for (int hour = 0; hour < 150; hour++) {
            issued.add(close(state, hour, weather(2)).forecast());
        }

        // when
        var outcome = close(state, 150, weather(2)).outcome().getSignals().get(0);

        // then
        assertThat(outcome.getHorizons()).hasSize(24).allSatisfy(settled -> {
            var then = issued.get(150 - settled.getHorizonHours());
            var hour = then.getTemperature().getHours().get(settled.getHorizonHours() - 1);
            assertThat(settled.getIssuedAt()).isEqualTo(then.getIssuedAt());
            assertThat(hour.getStartsAt()).isEqualTo(START.plusSeconds(150 * 3600));
            assertThat(settled.getPoint()).isEqualTo(hour.getPoint());
            assertThat(settled.getLower()).isEqualTo(hour.getLower());
            assertThat(settled.getUpperOneSided()).isEqualTo(hour.getUpperOneSided());
        });
        assertThat(outcome.getSummary().getScored()).isPositive();
    }

    @Property(tries = 30)
    void feedbackNeverArrivesBeforeItsHour(@ForAll @IntRange(min = 1, max = 24) int horizon, @ForAll long seed) {
        // given two states that differ only in the forecasts of the last h − 1 closed hours
        var told = RegionState.empty(PLAN);
        var changed = RegionState.empty(PLAN);
        run(told, 0, 200, weather(seed));
        run(changed, 0, 200, weather(seed));
        run(told, 200, 200 + horizon - 1, weather(seed), honest());
        run(changed, 200, 200 + horizon - 1, weather(seed), shifted(50));

        // when
        var one = close(told, 200 + horizon - 1, weather(seed), honest()).forecast();
        var other = close(changed, 200 + horizon - 1, weather(seed), honest()).forecast();

        // then the margins of this horizon do not depend on them yet
        assertThat(interval(other, horizon)).isEqualTo(interval(one, horizon));
    }

    @Property(tries = 30)
    void actualValuesDoNotReachForecastsOfLaterHours(
            @ForAll @IntRange(min = 2, max = 24) int horizon, @ForAll long seed) {
        // given: calibration of one horizon sees an actual value only through the forecast issued so many hours before
        // it
        var signal = new SignalState(Measurement.TEMPERATURE, PLAN);
        var history = RegionHistory.empty();
        var model = new SignalModel(new Constant(10), CalibrationSeeds.none());

        // when hours close, but forecasts have only been issued for h − 1 of them
        for (int hour = 0; hour < horizon; hour++) {
            history.add(features(hour, weather(seed)));
            assertThat(signal.due(history, 0))
                    .extracting(settled -> settled.forecast().horizon())
                    .allMatch(due -> due < horizon);
            signal.issue("arizona", history, model);
        }

        // then
        history.add(features(horizon, weather(seed)));
        assertThat(signal.due(history, 0))
                .extracting(settled -> settled.forecast().horizon())
                .contains(horizon);
    }

    @Test
    void issuedForecastsDoNotDependOnLaterHours() {
        // given
        var warm = RegionState.empty(PLAN);
        var cold = RegionState.empty(PLAN);
        var issuedWarm = new ArrayList<RegionForecast>();
        var issuedCold = new ArrayList<RegionForecast>();

        // when the values differ from hour 150
        for (int hour = 0; hour < 170; hour++) {
            issuedWarm.add(close(warm, hour, weather(3)).forecast());
            issuedCold.add(close(cold, hour, h -> weather(3).applyAsDouble(h) - (h < hourOfStart() + 150 ? 0 : 9))
                    .forecast());
        }

        // then
        assertThat(issuedCold.subList(0, 150)).isEqualTo(issuedWarm.subList(0, 150));
        assertThat(issuedCold.get(150)).isNotEqualTo(issuedWarm.get(150));
    }

    @Test
    void aNewModelChangesThePointsAndKeepsTheCalibration() {
        // given
        run(state, 0, 200, weather(4));
        var twin = stored(state, PLAN);

        // when
        var before = close(state, 200, weather(4)).forecast().getTemperature();
        var after = close(twin, 200, weather(4), shifted(2)).forecast().getTemperature();

        // then
        assertThat(after.getModelId()).isEqualTo("shifted");
        assertThat(after.getCalibrationSize()).isEqualTo(before.getCalibrationSize());
        for (int i = 0; i < 24; i++) {
            var one = before.getHours().get(i);
            var other = after.getHours().get(i);
            assertThat(other.getPoint()).isCloseTo(one.getPoint() + 2, within(1e-9));
            assertThat(other.getUpper() - other.getPoint()).isCloseTo(one.getUpper() - one.getPoint(), within(1e-9));
        }
    }

    @Test
    void toleratesHolesAndGapsOfDays() {
        // given
        run(state, 0, 200, weather(5));

        // when there are no hours for three days, then the next hour closes
        var first = close(state, 272, weather(5)).forecast().getTemperature();
        // and the service continues until yesterday is known again
        var later = run(state, 273, 300, weather(5)).forecast().getTemperature();

        // then
        assertThat(first.getStatus()).isNotEqualTo(ForecastStatus.CALIBRATED);
        assertThat(later.getStatus()).isEqualTo(ForecastStatus.CALIBRATED);
    }

    @Property(tries = 10)
    void continuesFromItsBytesWithoutADifference(@ForAll @IntRange(min = 0, max = 250) int hours, @ForAll long seed) {
        // given
        var original = RegionState.empty(PLAN);
        run(original, 0, hours, weather(seed));

        // when
        var copy = stored(original, PLAN);

        // then
        for (int hour = hours; hour < hours + 30; hour++) {
            assertThat(close(copy, hour, weather(seed))).isEqualTo(close(original, hour, weather(seed)));
        }
    }

    @Test
    void fitsIntoAHundredAndFiftyKilobytes() {
        // given all signals over a month
        for (int hour = 0; hour < 24 * 30; hour++) {
            var features = features(hour, weather(6));
            features.setItLoadMw(50.0 + hour % 7);
            features.setCarbonGPerKwh(400.0 + hour % 11);
            features.setWaterLPerKwh(1 + hour % 5 / 10.0);
            forecaster.close(state, features, ForecastModels.untrained());
        }

        // then
        assertThat(bytes(state).remaining()).isLessThan(150_000);
    }

    @Test
    void keepsOnlyTheHistoryIfThePlanChanges() {
        // given
        run(state, 0, 200, weather(7));
        var longer = ForecastPlan.of(48, PLAN.confidence());

        // when
        var reread = stored(state, longer);
        var forecast = new RegionForecaster(longer)
                .close(reread, features(200, weather(7)), ForecastModels.untrained())
                .forecast()
                .getTemperature();

        // then
        assertThat(forecast.getStatus()).isEqualTo(ForecastStatus.WARMING_UP);
        assertThat(forecast.getHours()).hasSize(48);
    }

    private static RegionState stored(RegionState state, ForecastPlan plan) {
        try {
            return RegionState.of(RegionSnapshot.fromByteBuffer(bytes(state)), plan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer bytes(RegionState state) {
        try {
            return state.toState().toByteBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RegionStep run(RegionState region, int from, int until, LongToDoubleFunction world) {
        return run(region, from, until, world, ForecastModels.untrained());
    }

    private RegionStep run(RegionState region, int from, int until, LongToDoubleFunction world, ForecastModels models) {
        RegionStep last = new RegionStep(new RegionForecast(), new ForecastOutcome(), List.of());
        for (int hour = from; hour < until; hour++) {
            last = close(region, hour, world, models);
        }
        return last;
    }

    private RegionStep close(RegionState region, int hour, LongToDoubleFunction world) {
        return close(region, hour, world, ForecastModels.untrained());
    }

    private RegionStep close(RegionState region, int hour, LongToDoubleFunction world, ForecastModels models) {
        return forecaster.close(region, features(hour, world), models);
    }

    private static HourInterval interval(RegionForecast forecast, int horizon) {
        return forecast.getTemperature().getHours().get(horizon - 1);
    }

    private static HourlyFeatures features(int hour, LongToDoubleFunction world) {
        return HourlyFeatures.newBuilder()
                .setRegion("arizona")
                .setHourStart(START.plusSeconds(hour * 3600L))
                .setReadings(60)
                .setTemperatureC(world.applyAsDouble(hourOfStart() + hour))
                .build();
    }

    private static long hourOfStart() {
        return START.getEpochSecond() / 3600;
    }

    private static LongToDoubleFunction weather(long seed) {
        return hour -> 20 + 8 * Math.sin(2 * Math.PI * hour / 24) + 2 * new Random(seed * 31 + hour).nextGaussian();
    }

    private static ForecastModels honest() {
        return ForecastModels.untrained();
    }

    /** The seasonal naive forecast, off by a constant. */
    private static ForecastModels shifted(double by) {
        return signal -> new SignalModel(new Shifted(new SeasonalNaive(signal), by), CalibrationSeeds.none());
    }

    private record Shifted(PointForecaster honest, double by) implements PointForecaster {

        @Override
        public String modelId() {
            return "shifted";
        }

        @Override
        public void forecast(ForecastInput input, double[] out) {
            honest.forecast(input, out);
            Arrays.setAll(out, i -> out[i] + by);
        }
    }

    private record Constant(double value) implements PointForecaster {

        @Override
        public String modelId() {
            return "constant";
        }

        @Override
        public void forecast(ForecastInput input, double[] out) {
            Arrays.fill(out, value);
        }
    }
}
