package io.fleetorchestrator.core.fleet;

import io.fleetorchestrator.schemas.contract.Signal;

/** What makes a placed workload unsafe: a figure of one hour, and what it must not exceed. */
record LimitViolation(Signal signal, long hour, double value, double threshold) {

    String unit() {
        return signal == Signal.TEMPERATURE ? "°C" : "MW";
    }
}
