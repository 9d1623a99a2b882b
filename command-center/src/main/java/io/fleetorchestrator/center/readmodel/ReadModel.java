package io.fleetorchestrator.center.readmodel;

import io.fleetorchestrator.core.fleet.RequestKey;
import io.fleetorchestrator.core.fleet.RequestKind;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.ForecastOutcome;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/**
 * The newest state of the topics, in bounded memory. One feed writes it and all requests read it. A record that cannot be
 * kept is rejected with an {@link IllegalArgumentException} that names the field.
 */
public final class ReadModel {

    private final ReadModelRetention retention;
    private final Map<String, FleetProfile> profiles = new ConcurrentSkipListMap<>();
    private final Map<String, RegionCache> caches = new ConcurrentHashMap<>();
    private final Map<String, ModelArtifact> models = new ConcurrentSkipListMap<>();
    private final Deque<Advisory> advisories = new ArrayDeque<>();
    private final DecisionLog decisions;

    public ReadModel(ReadModelRetention retention) {
        this.retention = retention;
        this.decisions = new DecisionLog(retention.decisions());
    }

    /** Rejects a profile that the scheduler rejects, so that the last valid one remains. */
    public void put(FleetProfile profile) {
        Bounds.checkProfile(profile);
        profiles.put(profile.getFleet(), profile);
    }

    public void put(HourlyFeatures hour) {
        Bounds.checkRegion(hour.getRegion(), hour.getHourStart());
        cache(hour.getRegion()).put(hour);
    }

    public void put(RegionForecast forecast) {
        Bounds.checkForecast(forecast);
        cache(forecast.getRegion()).put(forecast);
        decisions.endPlacements(forecast.getRegion(), forecast.getIssuedAt());
    }

    public void put(ForecastOutcome outcome) {
        Bounds.checkRegion(outcome.getRegion(), outcome.getHourStart());
        cache(outcome.getRegion()).put(outcome);
    }

    public void put(SchedulingDecision decision, Arrival arrival) {
        Bounds.checkIdentity(decision);
        decisions.put(CachedDecision.of(Bounds.bounded(decision), arrival));
    }

    /** Without the boosters, which are megabytes that no route serves. */
    public void put(ModelArtifact model) {
        var card = ModelArtifact.newBuilder(model)
                .setBoosters(List.of())
                .setCalibrationSeeds(List.of())
                .build();
        models.put(model.getSignal().name(), card);
    }

    public void put(Advisory advisory) {
        synchronized (advisories) {
            advisories.addFirst(Bounds.bounded(advisory));
            while (advisories.size() > retention.advisories()) {
                advisories.removeLast();
            }
        }
    }

    public Collection<FleetProfile> profiles() {
        return profiles.values();
    }

    public Optional<FleetProfile> profile(String fleet) {
        return Optional.ofNullable(profiles.get(fleet));
    }

    /** The profile that a region is in. */
    public Optional<FleetProfile> profileOf(String region) {
        return profiles.values().stream()
                .filter(profile -> find(profile, region).isPresent())
                .findFirst();
    }

    public Optional<RegionProfile> region(String region) {
        return profiles.values().stream()
                .flatMap(profile -> find(profile, region).stream())
                .findFirst();
    }

    /** Every region with a profile or with records, by name. */
    public Collection<String> regions() {
        var names = new TreeSet<>(caches.keySet());
        profiles.values().forEach(profile -> profile.getRegions().forEach(region -> names.add(region.getRegion())));
        return names;
    }

    public List<HourlyFeatures> hours(String region, Instant from, Instant to) {
        return kept(region).map(cache -> cache.hours(from, to)).orElse(List.of());
    }

    public Optional<HourlyFeatures> lastHour(String region) {
        return kept(region).flatMap(RegionCache::lastHour);
    }

    public Optional<CachedForecast> forecastAt(String region, Instant at) {
        return kept(region).flatMap(cache -> cache.forecastAt(at));
    }

    public List<CachedForecast> forecasts(String region, Instant from, Instant to) {
        return kept(region).map(cache -> cache.forecasts(from, to)).orElse(List.of());
    }

    public Optional<Instant> oldestForecast(String region) {
        return kept(region).flatMap(RegionCache::oldestForecast);
    }

    public Optional<RegionForecast> newestForecast(String region) {
        return kept(region).flatMap(RegionCache::newestForecast);
    }

    public Optional<ForecastOutcome> lastOutcome(String region) {
        return kept(region).flatMap(RegionCache::lastOutcome);
    }

    /** The decision on a request, if it is kept. The refusal of another request under its id does not count. */
    public Optional<SchedulingDecision> answerTo(RequestKey request) {
        return decisions.answerTo(request);
    }

    /** The cancellation, if it was approved. A refused cancellation changes nothing and may be requested again. */
    public Optional<SchedulingDecision> approvedCancellation(RequestKey cancellation) {
        return answerTo(cancellation).filter(decision -> decision.getVerdict() == Verdict.APPROVED);
    }

    /** The answers to the requests of this id, one per fleet. */
    public List<SchedulingDecision> answersTo(String requestId, RequestKind kind) {
        return decisions.answersTo(requestId, kind);
    }

    public List<CachedDecision> decisions(
            Optional<DecisionKey> before, Predicate<SchedulingDecision> filter, int limit) {
        return decisions.newest(before, filter, limit);
    }

    /** The workloads that run or will run, as far as their decisions are kept. */
    public List<SchedulingDecision> placed() {
        return decisions.placed();
    }

    public List<Advisory> advisories(Predicate<Advisory> filter, int limit) {
        synchronized (advisories) {
            return advisories.stream().filter(filter).limit(limit).toList();
        }
    }

    public Collection<ModelArtifact> models() {
        return models.values();
    }

    /** The current number of entries. */
    public Size size() {
        int hours = caches.values().stream().mapToInt(RegionCache::keptHours).sum();
        int forecasts =
                caches.values().stream().mapToInt(RegionCache::keptForecasts).sum();
        synchronized (advisories) {
            return new Size(caches.size(), hours, forecasts, decisions.size(), advisories.size());
        }
    }

    private RegionCache cache(String region) {
        return caches.computeIfAbsent(region, ignored -> new RegionCache(retention.hours()));
    }

    private Optional<RegionCache> kept(String region) {
        return Optional.ofNullable(caches.get(region));
    }

    private static Optional<RegionProfile> find(FleetProfile profile, String region) {
        return profile.getRegions().stream()
                .filter(candidate -> candidate.getRegion().equals(region))
                .findFirst();
    }
}
