package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hours with a measured load above the capacity, although no approval exceeded its bound.
 *
 * @param busyHours region-hours in which placed work ran
 * @param hours those of them in which the measured load, placed or not, exceeded the capacity
 * @param byOwnLoad those of these in which the region's own load was above the bound of the last approval
 * @param mostMw the largest excess
 */
record Overload(long busyHours, long hours, long byOwnLoad, double mostMw) {

    static Overload of(Counterfactual scheduled, Regions regions, Stream<DecidedRequest> approved) {
        var bounds = ownLoadBounds(approved);
        var overloaded = scheduled.overloaded(regions);
        return new Overload(
                scheduled.busy().size(),
                overloaded.size(),
                overloaded.stream()
                        .filter(at -> scheduled.happened(at).orElseThrow().getItLoadMw()
                                > bounds.getOrDefault(at, Double.POSITIVE_INFINITY))
                        .count(),
                mostMw(overloaded, scheduled, regions));
    }

    double share() {
        return busyHours == 0 ? 0 : (double) hours / busyHours;
    }

    /** The upper bound of the region's own load in the evidence of the last approval for each hour. */
    private static Map<RegionHour, Double> ownLoadBounds(Stream<DecidedRequest> approved) {
        var bounds = new HashMap<RegionHour, Double>();
        approved.forEach(answer -> Optional.ofNullable(answer.decision().getEvidence())
                .ifPresent(evidence -> evidence.getHours()
                        .forEach(hour -> bounds.put(
                                new RegionHour(Run.of(answer).region(), EpochHours.floor(hour.getStartsAt())),
                                hour.getItLoadUpperMw()))));
        return bounds;
    }

    private static double mostMw(List<RegionHour> overloaded, Counterfactual scheduled, Regions regions) {
        return overloaded.stream()
                .mapToDouble(at -> loadMw(scheduled.happened(at).orElseThrow())
                        - regions.get(at.region()).capacityMw())
                .max()
                .orElse(0);
    }

    static double loadMw(HourlyFeatures hour) {
        return hour.getItLoadMw() == null ? 0 : hour.getItLoadMw() + hour.getFlexibleLoadMw();
    }
}
