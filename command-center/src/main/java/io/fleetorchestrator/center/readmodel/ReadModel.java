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
 * What is on the topics, bounded: written by one feed, read by all requests. A record that cannot be kept is refused with
 * an {@link IllegalArgumentException} that names the field.
 */
public final class ReadModel {

    private final ReadModelRetention retention;
    private final Map<String, FleetProfile> profiles = new ConcurrentSkipListMap<>();
    private final Map<String, RegionCache> shelves = new ConcurrentHashMap<>();
    private final Map<String, ModelArtifact> models = new ConcurrentSkipListMap<>();
    private final Deque<Advisory> advisories = new ArrayDeque<>();
    private final DecisionLog decisions;

    public ReadModel(ReadModelRetention retention) {
        this.retention = retention;
        this.decisions = new DecisionLog(retention.decisions());
    }

    /** One that the scheduler refuses is refused here, too: the last good one stays in force. */
    public void put(FleetProfile profile) {
        Bounds.checkProfile(profile);
        profiles.put(profile.getFleet(), profile);
    }

    public void put(HourlyFeatures hour) {
        Bounds.checkRegion(hour.getRegion(), hour.getHourStart());
        shelf(hour.getRegion()).put(hour);
    }

    public void put(RegionForecast forecast) {
        Bounds.checkForecast(forecast);
        shelf(forecast.getRegion()).put(forecast);
        decisions.pass(forecast.getRegion(), forecast.getIssuedAt());
    }

    public void put(ForecastOutcome outcome) {
        Bounds.checkRegion(outcome.getRegion(), outcome.getHourStart());
        shelf(outcome.getRegion()).put(outcome);
    }

    public void put(SchedulingDecision decision, Arrival arrival) {
        Bounds.checkIdentity(decision);
        decisions.put(CachedDecision.of(Bounds.bounded(decision), arrival));
    }

    /** Boosters are megabytes, and nobody asks the command center for them. */
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

    /** Every region that has a profile or said something, by name. */
    public Collection<String> regions() {
        var names = new TreeSet<>(shelves.keySet());
        profiles.values().forEach(profile -> profile.getRegions().forEach(region -> names.add(region.getRegion())));
        return names;
    }

    public List<HourlyFeatures> hours(String region, Instant from, Instant to) {
        return kept(region).map(shelf -> shelf.hours(from, to)).orElse(List.of());
    }

    public Optional<HourlyFeatures> lastHour(String region) {
        return kept(region).flatMap(RegionCache::lastHour);
    }

    public Optional<CachedForecast> forecastAt(String region, Instant at) {
        return kept(region).flatMap(shelf -> shelf.forecastAt(at));
    }

    public List<CachedForecast> forecasts(String region, Instant from, Instant to) {
        return kept(region).map(shelf -> shelf.forecasts(from, to)).orElse(List.of());
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

    /** The answer to a request, as long as it is kept; the refusal of another request under its id is none. */
    public Optional<SchedulingDecision> answerTo(RequestKey request) {
        return decisions.answerTo(request);
    }

    /** The answers to the requests of this id, one per fleet. */
    public List<SchedulingDecision> answersTo(String requestId, RequestKind kind) {
        return decisions.answersTo(requestId, kind);
    }

    public List<CachedDecision> decisions(
            Optional<DecisionKey> before, Predicate<SchedulingDecision> filter, int limit) {
        return decisions.newest(before, filter, limit);
    }

    /** What runs or will run, as far as decisions are kept. */
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

    /** How much is kept now. */
    public Size size() {
        int hours = shelves.values().stream().mapToInt(RegionCache::keptHours).sum();
        int forecasts =
                shelves.values().stream().mapToInt(RegionCache::keptForecasts).sum();
        synchronized (advisories) {
            return new Size(shelves.size(), hours, forecasts, decisions.size(), advisories.size());
        }
    }

    private RegionCache shelf(String region) {
        return shelves.computeIfAbsent(region, ignored -> new RegionCache(retention.hours()));
    }

    private Optional<RegionCache> kept(String region) {
        return Optional.ofNullable(shelves.get(region));
    }

    private static Optional<RegionProfile> find(FleetProfile profile, String region) {
        return profile.getRegions().stream()
                .filter(candidate -> candidate.getRegion().equals(region))
                .findFirst();
    }
}
