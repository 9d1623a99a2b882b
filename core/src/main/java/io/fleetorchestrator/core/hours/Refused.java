package io.fleetorchestrator.core.hours;

/** A reading that is not used: why, and in words what was wrong with it. */
public record Refused(Refusal reason, String text) {}
