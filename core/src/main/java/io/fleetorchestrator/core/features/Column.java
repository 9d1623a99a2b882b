package io.fleetorchestrator.core.features;

import java.util.function.ToDoubleFunction;

/** One feature: its name, and its value for a target. */
record Column(String name, ToDoubleFunction<Target> formula) {

    double of(Target target) {
        return formula.applyAsDouble(target);
    }
}
