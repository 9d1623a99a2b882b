package io.fleetorchestrator.core.fleet;

/**
 * That an id was answered for some content: the first is what the id stands for, the others were refused as reuse of it.
 *
 * @param first whether this is what the id stands for
 * @param hour when the id was first answered; all contents of an id are forgotten together
 */
public record AnsweredRequest(RequestKind kind, String requestId, long fingerprint, boolean first, long hour) {}
