package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The measured hours and the runs, real or hypothetical. */
record Counterfactual(HourTable hours, List<Run> runs) {

    /** Hours of work above the limit. */
    long breaches(Regions regions) {
        return runs.stream()
                .flatMap(Counterfactual::hoursOf)
                .filter(at -> happened(at)
                        .filter(hour -> isTooHot(hour, regions.get(at.region()).temperatureLimitC()))
                        .isPresent())
                .count();
    }

    /** Region-hours in which work ran. */
    Set<RegionHour> busy() {
        return runs.stream().flatMap(Counterfactual::hoursOf).collect(Collectors.toSet());
    }

    /** Those of them in which the load, placed or not, exceeded the capacity of the region. */
    List<RegionHour> overloaded(Regions regions) {
        return busy().stream()
                .filter(at -> happened(at)
                        .filter(hour ->
                                Overload.loadMw(hour) > regions.get(at.region()).capacityMw())
                        .isPresent())
                .toList();
    }

    private static Stream<RegionHour> hoursOf(Run run) {
        return LongStream.range(run.start(), run.end()).mapToObj(hour -> new RegionHour(run.region(), hour));
    }

    Optional<HourlyFeatures> happened(RegionHour at) {
        return hours.find(at.region(), at.hour());
    }

    private static boolean isTooHot(HourlyFeatures hour, double limitC) {
        return hour.getTemperatureC() != null && hour.getTemperatureC() > limitC;
    }
}
