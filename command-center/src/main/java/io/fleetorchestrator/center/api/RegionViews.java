package io.fleetorchestrator.center.api;

import io.fleetorchestrator.center.readmodel.CachedForecast;
import io.fleetorchestrator.center.readmodel.CachedSignal;
import io.fleetorchestrator.center.readmodel.ReadModel;
import io.fleetorchestrator.center.view.ForecastView;
import io.fleetorchestrator.center.view.HourView;
import io.fleetorchestrator.center.view.RegionView;
import io.fleetorchestrator.center.view.SignalView;
import io.fleetorchestrator.core.signal.SignalInfo;
import io.fleetorchestrator.core.thermal.RiskLevels;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.contract.RiskLevel;
import io.fleetorchestrator.schemas.contract.Signal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Regions and their forecasts as the API shows them. */
final class RegionViews {

    private static final String NONE = "";
    private final ReadModel model;

    RegionViews(ReadModel model) {
        this.model = model;
    }

    RegionView region(String name) {
        var profile = model.region(name);
        var forecast = model.forecastAt(name, Instant.MAX);
        var temperature = forecast.map(kept -> kept.signal(Signal.TEMPERATURE));
        var limit = profile.map(RegionProfile::getTemperatureLimitC);
        var bound = temperature.flatMap(RegionViews::peakBound);
        var margin = bound.flatMap(peak -> limit.map(most -> most - peak));
        return new RegionView(
                name,
                fleet(name, forecast),
                profile.map(RegionProfile::getDisplayName)
                        .filter(text -> !text.isEmpty())
                        .orElse(name),
                orNull(profile.map(RegionProfile::getLatitudeDeg)),
                orNull(profile.map(RegionProfile::getLongitudeDeg)),
                orNull(profile.map(RegionProfile::getCapacityMw)),
                orNull(limit),
                orNull(profile.map(RegionProfile::getHeatCouplingC)),
                orNull(model.lastHour(name).map(HourView::of)),
                orNull(forecast.map(CachedForecast::issuedAt)),
                orNull(model.oldestForecast(name)),
                temperature.map(CachedSignal::status).orElse(ForecastStatus.NO_FORECAST),
                temperature.map(CachedSignal::modelId).orElse(NONE),
                orNull(temperature.flatMap(RegionViews::peak)),
                orNull(bound),
                orNull(margin),
                margin.map(RiskLevels::of).orElse(RiskLevel.UNKNOWN),
                temperature.map(signal -> blockedHours(signal, orNull(limit))).orElse(0));
    }

    /** The forecast, with the values measured since in its hours. */
    ForecastView forecast(CachedForecast forecast) {
        var limit = orNull(model.region(forecast.region()).map(RegionProfile::getTemperatureLimitC));
        var measured = model.hours(forecast.region(), forecast.issuedAt(), Instant.MAX).stream()
                .collect(Collectors.toMap(HourlyFeatures::getHourStart, Function.identity()));
        return new ForecastView(
                forecast.region(),
                forecast.fleet(),
                forecast.issuedAt(),
                forecast.confidence(),
                limit,
                SignalInfo.all().stream()
                        .map(signal -> signal(forecast, signal, limit, measured))
                        .toList());
    }

    private static SignalView signal(
            CachedForecast forecast, SignalInfo info, @Nullable Double limit, Map<Instant, HourlyFeatures> measured) {
        var signal = info.signal();
        var kept = forecast.signal(signal);
        var bounded = signal == Signal.TEMPERATURE ? limit : null;
        return new SignalView(
                signal,
                info.unit(),
                kept.status(),
                kept.modelId(),
                kept.calibrationSize(),
                hours(kept)
                        .mapToObj(hour -> new SignalView.Hour(
                                forecast.startOf(hour),
                                kept.point().at(hour),
                                kept.lower().at(hour),
                                kept.upper().at(hour),
                                kept.upperOneSided().at(hour),
                                actual(measured.get(forecast.startOf(hour)), info),
                                riskBlocked(kept, hour, bounded)))
                        .toList());
    }

    private static IntStream hours(CachedSignal signal) {
        return IntStream.range(0, signal.point().size());
    }

    private static int blockedHours(CachedSignal signal, @Nullable Double limit) {
        return (int)
                hours(signal).filter(hour -> riskBlocked(signal, hour, limit)).count();
    }

    private static boolean riskBlocked(CachedSignal signal, int hour, @Nullable Double limit) {
        var point = signal.point().at(hour);
        var bound = signal.upperOneSided().at(hour);
        return limit != null && point != null && bound != null && point <= limit && bound > limit;
    }

    private static Optional<Double> peak(CachedSignal signal) {
        return hours(signal)
                .mapToObj(signal.point()::at)
                .flatMap(Stream::ofNullable)
                .max(Double::compare);
    }

    private static Optional<Double> peakBound(CachedSignal signal) {
        return hours(signal)
                .mapToObj(signal.upperOneSided()::at)
                .flatMap(Stream::ofNullable)
                .max(Double::compare);
    }

    private String fleet(String region, Optional<CachedForecast> forecast) {
        return model.profileOf(region)
                .map(profile -> profile.getFleet())
                .or(() -> forecast.map(CachedForecast::fleet))
                .orElse(NONE);
    }

    private static @Nullable Double actual(@Nullable HourlyFeatures hour, SignalInfo info) {
        return hour == null ? null : info.measuredIn(hour);
    }

    private static <T> @Nullable T orNull(Optional<T> maybe) {
        return maybe.orElse(null);
    }
}
