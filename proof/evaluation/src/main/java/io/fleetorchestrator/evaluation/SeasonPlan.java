package io.fleetorchestrator.evaluation;

import java.time.Duration;
import java.time.Instant;

/**
 * The plan of a season.
 *
 * @param from start of the requests
 * @param history telemetry before that, for training
 * @param length of the time with requests
 * @param retrainEvery time between two trainings; zero for none
 * @param requestsPerHour mean arrivals
 * @param offeredShare share of the fleet's capacity that all requests together need
 */
public record SeasonPlan(
        long seed,
        Instant from,
        Duration history,
        Duration length,
        Duration retrainEvery,
        double requestsPerHour,
        double offeredShare) {

    /** Time between two readings, as in the history of the producer. */
    static final Duration BEAT = Duration.ofMinutes(5);

    /** The longest horizon: work approved in the last hour has ended by then. */
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
