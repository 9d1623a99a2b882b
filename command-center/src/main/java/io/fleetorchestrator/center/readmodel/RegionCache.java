package io.fleetorchestrator.center.readmodel;

import io.fleetorchestrator.schemas.contract.ForecastOutcome;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The entries of one region; one lock guards them. */
final class RegionCache {

    private final Duration kept;
    private final NavigableMap<Instant, HourlyFeatures> hours = new TreeMap<>();
    private final NavigableMap<Instant, CachedForecast> forecasts = new TreeMap<>();
    private Optional<RegionForecast> newest = Optional.empty();
    private Optional<ForecastOutcome> outcome = Optional.empty();

    RegionCache(Duration kept) {
        this.kept = kept;
    }

    synchronized void put(HourlyFeatures hour) {
        hours.put(hour.getHourStart(), hour);
        forgetOld(hours);
    }

    synchronized void put(RegionForecast forecast) {
        forecasts.put(forecast.getIssuedAt(), CachedForecast.of(forecast));
        forgetOld(forecasts);
        if (newest.isEmpty() || !forecast.getIssuedAt().isBefore(newest.get().getIssuedAt())) {
            newest = Optional.of(forecast);
        }
    }

    synchronized void put(ForecastOutcome newer) {
        if (outcome.isEmpty() || !newer.getHourStart().isBefore(outcome.get().getHourStart())) {
            outcome = Optional.of(newer);
        }
    }

    synchronized List<HourlyFeatures> hours(Instant from, Instant to) {
        return from.isBefore(to) ? List.copyOf(hours.subMap(from, to).values()) : List.of();
    }

    synchronized Optional<HourlyFeatures> lastHour() {
        return Optional.ofNullable(hours.lastEntry()).map(Map.Entry::getValue);
    }

    /** The newest forecast at that instant. */
    synchronized Optional<CachedForecast> forecastAt(Instant at) {
        return Optional.ofNullable(forecasts.floorEntry(at)).map(Map.Entry::getValue);
    }

    synchronized List<CachedForecast> forecasts(Instant from, Instant to) {
        return from.isBefore(to) ? List.copyOf(forecasts.subMap(from, to).values()) : List.of();
    }

    synchronized Optional<Instant> oldestForecast() {
        return forecasts.isEmpty() ? Optional.empty() : Optional.of(forecasts.firstKey());
    }

    synchronized Optional<RegionForecast> newestForecast() {
        return newest;
    }

    synchronized Optional<ForecastOutcome> lastOutcome() {
        return outcome;
    }

    synchronized int keptHours() {
        return hours.size();
    }

    synchronized int keptForecasts() {
        return forecasts.size();
    }

    /** Age is measured from the newest entry of the region, so that replays of the past are kept, too. */
    private <T> void forgetOld(NavigableMap<Instant, T> entries) {
        entries.headMap(entries.lastKey().minus(kept)).clear();
    }
}
