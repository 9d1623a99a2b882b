package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.schemas.contract.FleetPolicy;
import io.fleetorchestrator.schemas.contract.ObjectiveWeights;

/** The weight of each part of a slot's cost. */
record Weights(double carbon, double water, double delay, double thermal) {

    static Weights of(ObjectiveWeights asked) {
        return new Weights(asked.getCarbon(), asked.getWater(), asked.getDelay(), asked.getThermal());
    }

    static Weights of(FleetPolicy policy) {
        return new Weights(
                policy.getCarbonWeight(), policy.getWaterWeight(), policy.getDelayWeight(), policy.getThermalWeight());
    }
}
