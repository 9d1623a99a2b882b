package io.fleetorchestrator.core.hours;

/** A reading that is not used: why, and in words what was wrong with it. */
public record Rejection(RejectionReason reason, String text) {}
