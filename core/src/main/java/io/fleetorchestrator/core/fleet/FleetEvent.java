package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;

/** Everything that can happen to a fleet. */
public sealed interface FleetEvent {

    /** Calls the method of the visitor that is made for this kind of event. */
    <T> T visit(Visitor<T> visitor);

    /** A method for each kind of event, so that none is forgotten. */
    interface Visitor<T> {

        T requested(WorkloadRequest request);

        T forecastIssued(RegionForecast forecast);

        T profilePublished(FleetProfile profile);

        T profileRemoved();
    }

    /** Somebody asks for a placement, or cancels one. */
    record Requested(WorkloadRequest request) implements FleetEvent {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.requested(request);
        }
    }

    /** A region's hour closed, and this is what the next hours look like. */
    record ForecastIssued(RegionForecast forecast) implements FleetEvent {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.forecastIssued(forecast);
        }
    }

    /** The rules of the fleet, or the limits of its regions, were published. */
    record ProfilePublished(FleetProfile profile) implements FleetEvent {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.profilePublished(profile);
        }
    }

    /** The fleet is no more. */
    record ProfileRemoved() implements FleetEvent {
        @Override
        public <T> T visit(Visitor<T> visitor) {
            return visitor.profileRemoved();
        }
    }
}
