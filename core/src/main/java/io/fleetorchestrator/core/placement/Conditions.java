package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.outlook.HourlyForecast;
import io.fleetorchestrator.core.outlook.RegionTerms;
import io.fleetorchestrator.schemas.contract.FleetPolicy;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which regions of the fleet a request may be placed in at all, now.
 *
 * @param allowed the regions asked for; empty for all
 * @param maxLatencyMs the highest round-trip time to {@code home}; positive infinity when it does not matter
 */
record Conditions(
        List<String> allowed, Optional<RegionTerms> home, double maxLatencyMs, FleetPolicy policy, Instant now) {

    static Conditions of(WorkloadRequest request, FleetView fleet, Instant now) {
        return new Conditions(
                request.getAllowedRegions(),
                fleet.region(request.getHomeRegion()).map(FleetRegion::terms),
                request.getMaxLatencyMs() == null ? Double.POSITIVE_INFINITY : request.getMaxLatencyMs(),
                fleet.policy(),
                now);
    }

    /** The same, in whichever region. */
    Conditions anywhere() {
        return new Conditions(List.of(), home, maxLatencyMs, policy, now);
    }

    boolean admit(FleetRegion region) {
        return allow(region)
                && near(region)
                && region.outlook().isPresent()
                && trust(region.outlook().get().forecast());
    }

    boolean allow(FleetRegion region) {
        return allowed.isEmpty() || allowed.contains(region.name());
    }

    boolean near(FleetRegion region) {
        return maxLatencyMs == Double.POSITIVE_INFINITY || latencyMs(region) <= maxLatencyMs;
    }

    double latencyMs(FleetRegion region) {
        return home.map(terms -> terms.latencyMsTo(region.terms())).orElse(Double.POSITIVE_INFINITY);
    }

    boolean trust(HourlyForecast forecast) {
        return forecast.calibrated() && confident(forecast) && fresh(forecast);
    }

    boolean confident(HourlyForecast forecast) {
        return forecast.confidence() >= policy.getConfidence();
    }

    boolean fresh(HourlyForecast forecast) {
        return age(forecast).compareTo(staleAfter()) <= 0;
    }

    Duration age(HourlyForecast forecast) {
        return Duration.between(forecast.issuedAt(), now);
    }

    Duration staleAfter() {
        return Duration.ofMinutes(policy.getStaleAfterMinutes());
    }
}
