package io.fleetorchestrator.benchmarks.season;

import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What happened, or would have happened, and where everything ran. */
record Counterfactual(HourTable hours, List<Run> runs) {

    private record RegionHour(String region, long hour) {}

    /** Hours of work that were spent above the limit. */
    long breaches(Regions regions) {
        return runs.stream()
                .flatMap(Counterfactual::hoursOf)
                .filter(at -> happened(at)
                        .filter(hour -> isTooHot(hour, regions.get(at.region()).temperatureLimitC()))
                        .isPresent())
                .count();
    }

    /** Region-hours in which work ran and the load, placed or not, was more than the region can carry. */
    long overloadedHours(Regions regions) {
        var used = new HashSet<RegionHour>();
        runs.stream().flatMap(Counterfactual::hoursOf).forEach(used::add);
        return used.stream()
                .filter(at -> happened(at)
                        .filter(hour -> isTooFull(hour, regions.get(at.region()).capacityMw()))
                        .isPresent())
                .count();
    }

    private static Stream<RegionHour> hoursOf(Run run) {
        return LongStream.range(run.start(), run.end()).mapToObj(hour -> new RegionHour(run.region(), hour));
    }

    private Optional<HourlyFeatures> happened(RegionHour at) {
        return hours.find(at.region(), at.hour());
    }

    private static boolean isTooHot(HourlyFeatures hour, double limitC) {
        return hour.getTemperatureC() != null && hour.getTemperatureC() > limitC;
    }

    private static boolean isTooFull(HourlyFeatures hour, double capacityMw) {
        return hour.getItLoadMw() != null && hour.getItLoadMw() + hour.getFlexibleLoadMw() > capacityMw;
    }
}
