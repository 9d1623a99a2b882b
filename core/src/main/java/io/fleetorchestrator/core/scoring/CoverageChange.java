package io.fleetorchestrator.core.coverage;

/**
 * The coverage of the last 7 days crossed the floor, or came back.
 *
 * @param lost whether it fell below
 * @param coverage the one-sided coverage that was judged
 * @param threshold what it was held against
 */
public record CoverageChange(boolean lost, double coverage, double threshold) {}
