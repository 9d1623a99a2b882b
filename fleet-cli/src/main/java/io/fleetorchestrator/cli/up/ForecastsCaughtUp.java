package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.connection.Connection;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Waits until the forecasts have followed the history to its end. Workloads asked for before that would all be blocked:
 * the history comes faster than its hours can be forecast.
 */
final class ForecastsCaughtUp {

    private static final Duration POLL = Duration.ofMillis(200);
    /** The last hour of the history is still open, and closes a grace period after its end. */
    private static final Duration OPEN = Duration.ofHours(2);
    /** Rather blocked workloads than none, should a forecaster not come. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Connection cluster;

    ForecastsCaughtUp(Connection cluster) {
        this.cluster = cluster;
    }

    void await(Instant eventTime) {
        var needed = eventTime.minus(OPEN);
        var until = Instant.now().plus(PATIENCE);
        var newest = new HashMap<String, Instant>();
        try (var serdes = cluster.serdes();
                var forecasts = cluster.consumer(serdes, Topics.FORECAST_INTERVALS)) {
            forecasts.seekToBeginning(forecasts.assignment());
            while (!follow(newest, needed) && Instant.now().isBefore(until)) {
                forecasts
                        .poll(POLL)
                        .forEach(record ->
                                newest.put(record.key(), record.value().getIssuedAt()));
            }
        }
    }

    private static boolean follow(Map<String, Instant> newest, Instant needed) {
        return !newest.isEmpty() && newest.values().stream().noneMatch(needed::isAfter);
    }
}
