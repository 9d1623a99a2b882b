package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.core.ledger.Ledger;
import io.fleetorchestrator.core.outlook.HourlyForecast;
import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.outlook.RegionTerms;
import io.fleetorchestrator.core.placement.FleetRegion;
import io.fleetorchestrator.core.placement.FleetView;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that one fleet knows, laid out for deciding. Owned by one thread. */
public final class FleetState {

    /**
     * Hours that are kept after they have passed: a forecast saw the load of the hour before its issue, and forecasts older
     * than this are too stale to decide on in all but the laxest policies.
     */
    static final int PASSED_HOURS_KEPT = 3;

    final Placements placements = new Placements();
    final AnsweredRequests answered = new AnsweredRequests();

    private final String fleet;
    private final Ledger ledger = new Ledger();
    private final Map<String, HourlyForecast> forecasts = new HashMap<>();
    private @Nullable FleetProfile profile;
    private @Nullable FleetView view;
    private FleetClock clock = FleetClock.UNSET;

    FleetState(String fleet) {
        this.fleet = fleet;
    }

    static FleetState restored(String fleet, FleetSnapshot memory) {
        var state = new FleetState(fleet);
        memory.profile().ifPresent(state::profile);
        memory.forecasts().forEach(forecast -> state.forecasts.put(forecast.getRegion(), HourlyForecast.of(forecast)));
        memory.placed().forEach(state::commit);
        memory.answered().forEach(state.answered::remember);
        state.clock = clock(memory);
        state.ledger.forgetBefore(EpochHours.floor(state.clock.now()) - PASSED_HOURS_KEPT);
        state.lookAgain();
        return state;
    }

    private static FleetClock clock(FleetSnapshot memory) {
        return memory.forecasts().stream()
                .map(RegionForecast::getIssuedAt)
                .max(Comparator.naturalOrder())
                .map(FleetClock.UNSET::forecastIssued)
                .orElse(FleetClock.UNSET);
    }

    /** The fleet as requests see it; empty until a profile has been published. */
    public Optional<FleetView> view() {
        return Optional.ofNullable(view);
    }

    /** What is committed. */
    public Ledger ledger() {
        return ledger;
    }

    /** How many workloads run or will run. */
    public int placements() {
        return placements.size() - placements.endedBy(hour()).size();
    }

    /** The placement of a workload that has not ended by the fleet's time. */
    Optional<CommittedWorkload> standing(String requestId) {
        return placements.find(requestId).filter(placed -> placed.end() > hour());
    }

    /** The workloads of a region that have not ended by the fleet's time. */
    List<CommittedWorkload> standingIn(String region) {
        return placements.in(region).stream()
                .filter(placed -> placed.end() > hour())
                .toList();
    }

    /** The hour of the fleet's time. */
    long hour() {
        return EpochHours.floor(clock.now());
    }

    /** How many answers are remembered. */
    public int answered() {
        return answered.size();
    }

    /** Whether a profile or a forecast was ever published for it; requests alone do not make a fleet. */
    public boolean known() {
        return profile != null || !forecasts.isEmpty();
    }

    String fleet() {
        return fleet;
    }

    FleetClock clock() {
        return clock;
    }

    void clock(FleetClock now) {
        clock = now;
    }

    void profile(@Nullable FleetProfile published) {
        profile = published;
        lookAgain();
    }

    /** Whether the forecast is newer than what is known of its region. */
    boolean isNews(RegionForecast forecast) {
        var known = forecasts.get(forecast.getRegion());
        return known == null || forecast.getIssuedAt().isAfter(known.issuedAt());
    }

    void forecast(RegionForecast forecast) {
        forecasts.put(forecast.getRegion(), HourlyForecast.of(forecast));
        lookAgain();
    }

    void commit(CommittedWorkload placed) {
        placements.put(placed);
        reserve(placed);
    }

    void release(CommittedWorkload placed) {
        placements.remove(placed);
        unreserve(placed);
    }

    /** Forgets what no forecast that counts can have seen: hours, and the workloads that ended before them. */
    List<CommittedWorkload> forgetPassed() {
        long kept = hour() - PASSED_HOURS_KEPT;
        var ended = placements.endedBy(kept);
        ended.forEach(placements::remove);
        ledger.forgetBefore(kept);
        return ended;
    }

    void reserve(CommittedWorkload placed) {
        ledger.commit(placed.region(), placed.start(), placed.end(), placed.power());
        recommit(placed);
    }

    void unreserve(CommittedWorkload placed) {
        ledger.release(placed.region(), placed.start(), placed.end(), placed.power());
        recommit(placed);
    }

    /** Whether the profile in force holds the region. */
    boolean holds(String region) {
        return view().flatMap(fleetView -> fleetView.region(region)).isPresent();
    }

    Optional<RegionOutlook> outlook(String region) {
        return view().flatMap(fleetView -> fleetView.region(region)).flatMap(FleetRegion::outlook);
    }

    private void recommit(CommittedWorkload placed) {
        outlook(placed.region()).ifPresent(outlook -> outlook.recommit(placed.start(), placed.end()));
    }

    private void lookAgain() {
        view = profile == null
                ? null
                : new FleetView(
                        fleet,
                        profile.getPolicy(),
                        profile.getRegions().stream().map(this::region).toList());
    }

    private FleetRegion region(RegionProfile known) {
        var terms = RegionTerms.of(known);
        return new FleetRegion(
                terms,
                Optional.ofNullable(forecasts.get(known.getRegion()))
                        .map(forecast -> new RegionOutlook(terms, forecast, ledger)));
    }
}
