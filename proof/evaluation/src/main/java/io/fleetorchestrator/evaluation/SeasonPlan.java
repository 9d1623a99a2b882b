package io.fleetorchestrator.evaluation;

import java.time.Duration;
import java.time.Instant;

/**
 * What is played.
 *
 * @param from when requests begin
 * @param history telemetry before that, from which forecasts learn
 * @param length how long requests come
 * @param retrainEvery how often models are trained anew; zero for never
 * @param requestsPerHour mean arrivals
 * @param offeredShare share of the fleet's capacity that all requests together ask for
 */
public record SeasonPlan(
        long seed,
        Instant from,
        Duration history,
        Duration length,
        Duration retrainEvery,
        double requestsPerHour,
        double offeredShare) {

    /** Between two readings, as history is told by the producer. */
    static final Duration BEAT = Duration.ofMinutes(5);

    /** The longest horizon: what is approved in the last hour has ended by then. */
    private static final Duration RUN_OUT = Duration.ofHours(26);

    Instant start() {
        return from.minus(history);
    }

    Instant lastRequest() {
        return from.plus(length);
    }

    Instant end() {
        return lastRequest().plus(RUN_OUT);
    }
}
