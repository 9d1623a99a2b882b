package io.fleetorchestrator.core.forecast;

/** A new forecast of one signal. */
record IssuedSignal(SignalState state, IssuedForecast forecast) {}
