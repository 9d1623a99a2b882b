package io.fleetorchestrator.center.readmodel;

import java.time.Duration;

/**
 * How much is kept.
 *
 * @param hours how far back measured and forecast hours go
 * @param decisions how many decisions, the newest
 * @param advisories how many advisories, the newest
 */
public record ReadModelRetention(Duration hours, int decisions, int advisories) {}
