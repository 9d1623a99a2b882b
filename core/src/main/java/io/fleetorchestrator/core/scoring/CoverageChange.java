package io.fleetorchestrator.core.scoring;

/**
 * The coverage of the last 7 days fell below the floor, or recovered.
 *
 * @param lost whether it fell below the floor
 * @param coverage the one-sided coverage of the last 7 days
 * @param threshold the coverage that it was compared with
 */
public record CoverageChange(boolean lost, double coverage, double threshold) {}
