package io.fleetorchestrator.center.readmodel;

import java.time.Duration;

/**
 * How much the read model keeps.
 *
 * @param hours how long measured hours and forecasts are kept
 * @param decisions how many of the newest decisions
 * @param advisories how many of the newest advisories
 */
public record ReadModelRetention(Duration hours, int decisions, int advisories) {}
