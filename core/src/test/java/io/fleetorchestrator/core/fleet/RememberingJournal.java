package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what it is told in maps, as stores would. */
final class RememberingJournal implements FleetJournal {

    private Optional<FleetProfile> profile = Optional.empty();
    private final Map<String, RegionForecast> forecasts = new HashMap<>();
    private final Map<String, CommittedWorkload> placed = new HashMap<>();
    private final Map<List<String>, AnsweredRequest> answered = new HashMap<>();

    FleetSnapshot memory() {
        return new FleetSnapshot(profile, forecasts.values(), placed.values(), answered.values());
    }

    @Override
    public void profilePublished(FleetProfile published) {
        profile = Optional.of(published);
    }

    @Override
    public void profileRemoved() {
        profile = Optional.empty();
    }

    @Override
    public void forecastIssued(RegionForecast forecast) {
        forecasts.put(forecast.getRegion(), forecast);
    }

    @Override
    public void placed(CommittedWorkload added) {
        placed.put(added.requestId(), added);
    }

    @Override
    public void released(CommittedWorkload removed) {
        placed.remove(removed.requestId());
    }

    @Override
    public void answered(AnsweredRequest answer) {
        answered.put(key(answer), answer);
    }

    @Override
    public void forgotten(AnsweredRequest answer) {
        answered.remove(key(answer));
    }

    private static List<String> key(AnsweredRequest answer) {
        return List.of(answer.kind().name(), answer.requestId(), Long.toString(answer.fingerprint()));
    }
}
