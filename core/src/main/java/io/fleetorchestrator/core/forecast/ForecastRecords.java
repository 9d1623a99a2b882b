package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.calibration.Margins;
import io.fleetorchestrator.core.coverage.CoverageChange;
import io.fleetorchestrator.core.coverage.ScoredForecast;
import io.fleetorchestrator.core.forecast.SignalState.Settled;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.HorizonOutcome;
import io.fleetorchestrator.schemas.contract.HourInterval;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.SignalForecast;
import io.fleetorchestrator.schemas.contract.SignalOutcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Forecasts and outcomes as the contract writes them: NaN inside, absent outside. */
final class ForecastRecords {

    private ForecastRecords() {}

    static SignalForecast forecast(IssuedForecast issue, long calibrationSize) {
        var hours = IntStream.range(0, issue.horizons())
                .mapToObj(i -> interval(issue, i))
                .toList();
        var status = status(hours);
        return SignalForecast.newBuilder()
                .setStatus(status)
                .setModelId(issue.modelId())
                .setCalibrationSize((int) Math.min(calibrationSize, Integer.MAX_VALUE))
                .setHours(status == ForecastStatus.NO_FORECAST ? List.of() : hours)
                .build();
    }

    private static ForecastStatus status(List<HourInterval> hours) {
        if (hours.stream().allMatch(hour -> hour.getPoint() == null)) {
            return ForecastStatus.NO_FORECAST;
        }
        boolean everyHour = hours.stream().allMatch(hour -> hour.getUpperOneSided() != null);
        return everyHour ? ForecastStatus.CALIBRATED : ForecastStatus.WARMING_UP;
    }

    private static HourInterval interval(IssuedForecast issue, int index) {
        double point = issue.points()[index];
        Margins margins = issue.margins()[index];
        // By constructor: there are hundreds in a forecast, and builders check and copy every field.
        return new HourInterval(
                EpochHours.end(issue.lastHour() + index),
                orNull(point),
                orNull(point - margins.lower()),
                orNull(point + margins.upper()),
                orNull(point + margins.upperOneSided()));
    }

    static SignalOutcome outcome(SignalState track, double actual, List<Settled> due) {
        return SignalOutcome.newBuilder()
                .setSignal(track.signal().signal())
                .setActual(actual)
                .setHorizons(due.stream().map(ForecastRecords::horizon).toList())
                .setSummary(track.summary().orElse(null))
                .build();
    }

    private static HorizonOutcome horizon(Settled settled) {
        ScoredForecast forecast = settled.forecast();
        return new HorizonOutcome(
                forecast.horizon(),
                EpochHours.end(settled.issue().lastHour()),
                settled.issue().modelId(),
                forecast.point(),
                orNull(forecast.lower()),
                orNull(forecast.upper()),
                orNull(forecast.upperOneSided()));
    }

    static Advisory drift(HourlyFeatures hour, SignalState track, CoverageChange change) {
        return Advisory.newBuilder()
                .setFleet(hour.getFleet())
                .setRegion(hour.getRegion())
                .setKind(change.lost() ? AdvisoryKind.COVERAGE_DRIFT : AdvisoryKind.COVERAGE_RESTORED)
                .setRaisedAt(EpochHours.end(EpochHours.floor(hour.getHourStart())))
                .setSignal(track.signal().signal())
                .setValue(change.coverage())
                .setThreshold(change.threshold())
                .setText(text(hour, track, change))
                .build();
    }

    private static String text(HourlyFeatures hour, SignalState track, CoverageChange change) {
        return String.format(
                Locale.ROOT,
                "Over the last 7 days %.1f %% of %s in %s stayed below the one-sided bound, %s %.1f %%.",
                100 * change.coverage(),
                track.signal(),
                hour.getRegion(),
                change.lost() ? "less than" : "at least",
                100 * change.threshold());
    }

    private static @Nullable Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
