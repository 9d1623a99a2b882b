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
 * Decides which regions of a fleet come into question for a request.
 *
 * @param allowed the regions that the request allows; empty for all
 * @param maxLatencyMs the highest round-trip time to {@code home}; positive infinity for no limit
 */
record RegionFilter(
        List<String> allowed, Optional<RegionTerms> home, double maxLatencyMs, FleetPolicy policy, Instant now) {

    static RegionFilter of(WorkloadRequest request, FleetView fleet, Instant now) {
        return new RegionFilter(
                request.getAllowedRegions(),
                fleet.region(request.getHomeRegion()).map(FleetRegion::terms),
                request.getMaxLatencyMs() == null ? Double.POSITIVE_INFINITY : request.getMaxLatencyMs(),
                fleet.policy(),
                now);
    }

    /** The same filter without the limit to allowed regions. */
    RegionFilter anywhere() {
        return new RegionFilter(List.of(), home, maxLatencyMs, policy, now);
    }

    boolean passes(FleetRegion region) {
        return allows(region)
                && isNear(region)
                && region.outlook().isPresent()
                && trusts(region.outlook().get().forecast());
    }

    boolean allows(FleetRegion region) {
        return allowed.isEmpty() || allowed.contains(region.name());
    }

    boolean isNear(FleetRegion region) {
        return maxLatencyMs == Double.POSITIVE_INFINITY || latencyMs(region) <= maxLatencyMs;
    }

    double latencyMs(FleetRegion region) {
        return home.map(terms -> terms.latencyMsTo(region.terms())).orElse(Double.POSITIVE_INFINITY);
    }

    boolean trusts(HourlyForecast forecast) {
        return forecast.calibrated() && isConfident(forecast) && isFresh(forecast);
    }

    boolean isConfident(HourlyForecast forecast) {
        return forecast.confidence() >= policy.getConfidence();
    }

    boolean isFresh(HourlyForecast forecast) {
        return age(forecast).compareTo(staleAfter()) <= 0;
    }

    Duration age(HourlyForecast forecast) {
        return Duration.between(forecast.issuedAt(), now);
    }

    Duration staleAfter() {
        return Duration.ofMinutes(policy.getStaleAfterMinutes());
    }
}
