package io.fleetorchestrator.reliability.oracle;

import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hours, recomputed from the readings: each closed hour is published once, and is the mean of its readings. */
public final class HourRecount {

    private static final double TOLERANCE = 1e-9;

    private record RegionHour(String region, Instant start) {}

    private static final class Mean {

        private final Set<Instant> seen = new HashSet<>();
        private double temperatureSum;

        /** Telemetry is published at least once, so the same instant counts once. */
        void add(TelemetryReading reading) {
            if (seen.add(reading.getObservedAt())) {
                temperatureSum += reading.getTemperatureC();
            }
        }

        double temperatureC() {
            return temperatureSum / seen.size();
        }
    }

    private HourRecount() {}

    /**
     * Compares hours with readings of which none is late.
     *
     * @param before hours that start from here on may still be open
     */
    public static Findings audit(List<TelemetryReading> readings, List<HourlyFeatures> hours, Instant before) {
        var expected = new HashMap<RegionHour, Mean>();
        for (var reading : readings) {
            var start = reading.getObservedAt().truncatedTo(ChronoUnit.HOURS);
            if (start.isBefore(before)) {
                expected.computeIfAbsent(new RegionHour(reading.getRegion(), start), hour -> new Mean())
                        .add(reading);
            }
        }
        var published = hours.stream()
                .filter(hour -> hour.getHourStart().isBefore(before))
                .toList();
        return Answers.compare(
                        expected.keySet(),
                        published.stream().map(HourRecount::identity).toList())
                .and(new Findings(List.of(), List.of(), differences(expected, published)));
    }

    private static List<String> differences(Map<RegionHour, Mean> expected, List<HourlyFeatures> published) {
        var differences = new ArrayList<String>();
        for (var hour : published) {
            var mean = expected.get(identity(hour));
            if (mean == null) {
                differences.add(identity(hour) + " was never read");
            } else if (hour.getReadings() != mean.seen.size()
                    || Math.abs(hour.getTemperatureC() - mean.temperatureC()) > TOLERANCE) {
                differences.add(identity(hour) + " is " + hour.getTemperatureC() + " °C of " + hour.getReadings()
                        + " readings, recounted " + mean.temperatureC() + " °C of " + mean.seen.size());
            }
        }
        return differences;
    }

    private static RegionHour identity(HourlyFeatures hour) {
        return new RegionHour(hour.getRegion(), hour.getHourStart());
    }
}
