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
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that one fleet knows, laid out for deciding. Owned by one thread. */
public final class FleetState {

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

    static FleetState restored(String fleet, FleetMemory memory) {
        var state = new FleetState(fleet);
        memory.profile().ifPresent(state::profile);
        memory.forecasts().forEach(forecast -> state.forecasts.put(forecast.getRegion(), HourlyForecast.of(forecast)));
        memory.placed().forEach(state::commit);
        memory.answered().forEach(state.answered::remember);
        state.clock = clock(memory);
        state.ledger.forgetBefore(EpochHours.floor(state.clock.issuedAt()));
        state.lookAgain();
        return state;
    }

    private static FleetClock clock(FleetMemory memory) {
        var issuedAt = memory.forecasts().stream()
                .map(RegionForecast::getIssuedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new FleetClock(memory.clock().orElse(issuedAt), issuedAt);
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
        return placements.size();
    }

    /** How many answers are remembered. */
    public int answered() {
        return answered.size();
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

    void commit(Placed placed) {
        placements.put(placed);
        reserve(placed);
    }

    void release(Placed placed) {
        placements.remove(placed);
        unreserve(placed);
    }

    /** Lets go of all hours before this one, and of the workloads that have ended by then. */
    List<Placed> passed(long hour) {
        var ended = placements.endedBy(hour);
        ended.forEach(placements::remove);
        ledger.forgetBefore(hour);
        return ended;
    }

    void reserve(Placed placed) {
        ledger.commit(placed.region(), placed.start(), placed.end(), placed.power());
        recommit(placed);
    }

    void unreserve(Placed placed) {
        ledger.release(placed.region(), placed.start(), placed.end(), placed.power());
        recommit(placed);
    }

    Optional<RegionOutlook> outlook(String region) {
        return view().flatMap(fleetView -> fleetView.region(region)).flatMap(FleetRegion::outlook);
    }

    private void recommit(Placed placed) {
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
