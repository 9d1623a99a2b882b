package io.fleetorchestrator.center.readmodel;

/** How much a read model keeps, in entries. */
public record Size(int regions, int hours, int forecasts, int decisions, int advisories) {}
