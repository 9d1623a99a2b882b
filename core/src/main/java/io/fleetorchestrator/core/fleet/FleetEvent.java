package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;

/** Everything that can happen to a fleet. */
public sealed interface FleetEvent {

    /** Somebody asks for a placement, or takes one back. */
    record Requested(WorkloadRequest request) implements FleetEvent {}

    /** A region's hour closed, and this is what the next hours look like. */
    record ForecastIssued(RegionForecast forecast) implements FleetEvent {}

    /** The rules of the fleet, or what its regions can bear, were published. */
    record ProfilePublished(FleetProfile profile) implements FleetEvent {}

    /** The fleet is no more. */
    record ProfileRemoved() implements FleetEvent {}
}
