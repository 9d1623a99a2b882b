package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a fleet's state is restored from: the sum of what its journal was told. */
public record FleetSnapshot(
        Optional<FleetProfile> profile,
        Collection<RegionForecast> forecasts,
        Collection<CommittedWorkload> placed,
        Collection<AnsweredRequest> answered) {

    /** A fleet that nothing is known of yet. */
    public static final FleetSnapshot EMPTY = new FleetSnapshot(Optional.empty(), List.of(), List.of(), List.of());
}
