package io.fleetorchestrator.center.readmodel;

/** The numbers of entries of a read model. */
public record Size(int regions, int hours, int forecasts, int decisions, int advisories) {}
