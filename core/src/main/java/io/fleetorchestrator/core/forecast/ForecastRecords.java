package io.fleetorchestrator.core.forecast;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.calibration.Margins;
import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.core.features.RegionHistory;
import io.fleetorchestrator.core.forecast.SignalState.Settled;
import io.fleetorchestrator.core.hole.Hole;
import io.fleetorchestrator.core.scoring.CoverageChange;
import io.fleetorchestrator.core.scoring.ScoredForecast;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import io.fleetorchestrator.schemas.contract.ForecastOutcome;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.HorizonOutcome;
import io.fleetorchestrator.schemas.contract.HourInterval;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.SignalForecast;
import io.fleetorchestrator.schemas.contract.SignalOutcome;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Creates the records of forecasts, outcomes and advisories. */
final class ForecastRecords {

    private ForecastRecords() {}

    /** The records that follow from a closed hour. */
    static RegionStep step(HourlyFeatures hour, SettledHour closed, Confidence confidence) {
        var advisories = closed.settled().stream()
                .flatMap(signal -> signal.change().map(change -> drift(hour, signal, change)).stream())
                .toList();
        return new RegionStep(forecast(hour, closed, confidence), outcome(hour, closed), advisories);
    }

    private static RegionForecast forecast(HourlyFeatures hour, SettledHour closed, Confidence confidence) {
        var bySignal = new EnumMap<Measurement, SignalForecast>(Measurement.class);
        closed.issued().forEach(issued -> bySignal.put(issued.state().signal(), forecast(issued)));
        return RegionForecast.newBuilder()
                .setRegion(hour.getRegion())
                .setFleet(hour.getFleet())
                .setIssuedAt(EpochHours.end(RegionHistory.hourOf(hour)))
                .setConfidence(confidence.level())
                .setFlexibleLoadMwAtIssue(hour.getFlexibleLoadMw())
                .setTemperature(bySignal.get(Measurement.TEMPERATURE))
                .setItLoad(bySignal.get(Measurement.IT_LOAD))
                .setCarbon(bySignal.get(Measurement.CARBON))
                .setWater(bySignal.get(Measurement.WATER))
                .build();
    }

    private static SignalForecast forecast(IssuedSignal issued) {
        var forecast = issued.forecast();
        var hours = IntStream.range(0, forecast.horizons())
                .mapToObj(index -> interval(forecast, index))
                .toList();
        var status = status(hours);
        return SignalForecast.newBuilder()
                .setStatus(status)
                .setModelId(forecast.modelId())
                .setCalibrationSize((int) Math.min(issued.state().calibrationSize(), Integer.MAX_VALUE))
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
        // Not by a builder, which checks and copies every field: a forecast has hundreds of intervals.
        return new HourInterval(
                EpochHours.end(issue.lastHour() + index),
                Hole.toNull(point),
                Hole.toNull(point - margins.lower()),
                Hole.toNull(point + margins.upper()),
                Hole.toNull(point + margins.upperOneSided()));
    }

    private static ForecastOutcome outcome(HourlyFeatures hour, SettledHour closed) {
        return ForecastOutcome.newBuilder()
                .setRegion(hour.getRegion())
                .setFleet(hour.getFleet())
                .setHourStart(hour.getHourStart())
                .setSignals(
                        closed.settled().stream().map(ForecastRecords::outcome).toList())
                .build();
    }

    private static SignalOutcome outcome(SettledSignal settled) {
        return SignalOutcome.newBuilder()
                .setSignal(settled.state().signal().signal())
                .setActual(settled.actual())
                .setHorizons(
                        settled.due().stream().map(ForecastRecords::horizon).toList())
                .setSummary(settled.state().summary().orElse(null))
                .build();
    }

    private static HorizonOutcome horizon(Settled settled) {
        ScoredForecast forecast = settled.forecast();
        return new HorizonOutcome(
                forecast.horizon(),
                EpochHours.end(settled.issue().lastHour()),
                settled.issue().modelId(),
                forecast.point(),
                Hole.toNull(forecast.lower()),
                Hole.toNull(forecast.upper()),
                Hole.toNull(forecast.upperOneSided()));
    }

    private static Advisory drift(HourlyFeatures hour, SettledSignal settled, CoverageChange change) {
        return Advisory.newBuilder()
                .setFleet(hour.getFleet())
                .setRegion(hour.getRegion())
                .setKind(change.lost() ? AdvisoryKind.COVERAGE_DRIFT : AdvisoryKind.COVERAGE_RESTORED)
                .setRaisedAt(EpochHours.end(EpochHours.floor(hour.getHourStart())))
                .setSignal(settled.state().signal().signal())
                .setValue(change.coverage())
                .setThreshold(change.threshold())
                .setText(text(hour, settled, change))
                .build();
    }

    private static String text(HourlyFeatures hour, SettledSignal settled, CoverageChange change) {
        return String.format(
                Locale.ROOT,
                "Over the last 7 days %.1f %% of %s in %s stayed below the one-sided bound, %s %.1f %%.",
                100 * change.coverage(),
                settled.state().signal(),
                hour.getRegion(),
                change.lost() ? "less than" : "at least",
                100 * change.threshold());
    }
}
