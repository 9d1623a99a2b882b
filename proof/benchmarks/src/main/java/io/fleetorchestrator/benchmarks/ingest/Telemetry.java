package io.fleetorchestrator.benchmarks.ingest;

import io.fleetorchestrator.benchmarks.cluster.BenchCluster;
import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.producer.regions.GeneratedFleets;
import io.fleetorchestrator.producer.regions.RegionsFile;
import io.fleetorchestrator.producer.twin.RegionTwin;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Readings of many simulated regions, which end about an hour ago.
 *
 * @param interval between two readings of a region; the longer it is, the more hours close and are forecast
 */
public record Telemetry(int regions, long readings, Duration interval) {

    private static final long SEED = 42;

    /** From a quarter past an hour to its end, so that the last hour of the telemetry always closes. */
    private static final Duration PAST_GRACE = Duration.ofMinutes(45);

    /** Publishes them in order of time, and returns their number. */
    public long publish(BenchCluster cluster, String prefix) {
        var twins = twins().toList();
        long beats = Math.max(1, readings / regions);
        var end = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(PAST_GRACE);
        var topic = Topics.TELEMETRY_READINGS.name(prefix);
        try (var serdes = cluster.serdes();
                var readingsOut = cluster.sender(serdes, Topics.TELEMETRY_READINGS)) {
            for (long beat = beats; beat > 0; beat--) {
                var at = end.minus(interval.multipliedBy(beat));
                for (var twin : twins) {
                    var reading = twin.at(at, 0);
                    readingsOut.send(
                            new ProducerRecord<>(topic, null, at.toEpochMilli(), reading.getRegion(), reading));
                }
            }
        }
        return beats * twins.size();
    }

    private Stream<RegionTwin> twins() {
        var shipped = RegionsFile.shipped().stream()
                .map(FleetModel::regions)
                .flatMap(List::stream)
                .toList();
        return GeneratedFleets.of(SEED, regions, 1, shipped).stream()
                .flatMap(fleet -> fleet.regions().stream().map(region -> new RegionTwin(SEED, fleet.fleet(), region)));
    }
}
