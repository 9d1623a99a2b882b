package io.fleetorchestrator.center.readmodel;

import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.ForecastOutcome;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.ModelArtifact;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.contract.RequestAction;
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

/** What the topics said, bounded: written by one feed, read by all requests. */
public final class ReadModel {

    private final Retention retention;
    private final Map<String, FleetProfile> profiles = new ConcurrentSkipListMap<>();
    private final Map<String, RegionShelf> shelves = new ConcurrentHashMap<>();
    private final Map<String, ModelArtifact> models = new ConcurrentSkipListMap<>();
    private final Deque<Advisory> advisories = new ArrayDeque<>();
    private final DecisionLog decisions;

    public ReadModel(Retention retention) {
        this.retention = retention;
        this.decisions = new DecisionLog(retention.decisions());
    }

    public void put(FleetProfile profile) {
        profiles.put(profile.getFleet(), profile);
    }

    public void put(HourlyFeatures hour) {
        shelf(hour.getRegion()).put(hour);
    }

    public void put(RegionForecast forecast) {
        shelf(forecast.getRegion()).put(forecast);
    }

    public void put(ForecastOutcome outcome) {
        shelf(outcome.getRegion()).put(outcome);
    }

    public void put(SchedulingDecision decision) {
        decisions.put(decision);
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
            advisories.addFirst(advisory);
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
        return kept(region).flatMap(RegionShelf::lastHour);
    }

    public Optional<KeptForecast> forecastAt(String region, Instant at) {
        return kept(region).flatMap(shelf -> shelf.forecastAt(at));
    }

    public List<KeptForecast> forecasts(String region, Instant from, Instant to) {
        return kept(region).map(shelf -> shelf.forecasts(from, to)).orElse(List.of());
    }

    public Optional<Instant> oldestForecast(String region) {
        return kept(region).flatMap(RegionShelf::oldestForecast);
    }

    public Optional<RegionForecast> newestForecast(String region) {
        return kept(region).flatMap(RegionShelf::newestForecast);
    }

    public Optional<ForecastOutcome> lastOutcome(String region) {
        return kept(region).flatMap(RegionShelf::lastOutcome);
    }

    public Optional<SchedulingDecision> answerTo(String requestId, RequestAction action) {
        return decisions.answerTo(requestId, action);
    }

    public List<SchedulingDecision> decisions(
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
        int hours = shelves.values().stream().mapToInt(RegionShelf::keptHours).sum();
        int forecasts =
                shelves.values().stream().mapToInt(RegionShelf::keptForecasts).sum();
        synchronized (advisories) {
            return new Size(shelves.size(), hours, forecasts, decisions.size(), advisories.size());
        }
    }

    private RegionShelf shelf(String region) {
        return shelves.computeIfAbsent(region, ignored -> new RegionShelf(retention.hours()));
    }

    private Optional<RegionShelf> kept(String region) {
        return Optional.ofNullable(shelves.get(region));
    }

    private static Optional<RegionProfile> find(FleetProfile profile, String region) {
        return profile.getRegions().stream()
                .filter(candidate -> candidate.getRegion().equals(region))
                .findFirst();
    }
}
