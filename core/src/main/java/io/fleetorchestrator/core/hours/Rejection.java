package io.fleetorchestrator.core.hours;

/** Why a reading is not used: the reason, and a text with the wrong value. */
public record Rejection(RejectionReason reason, String text) {}
