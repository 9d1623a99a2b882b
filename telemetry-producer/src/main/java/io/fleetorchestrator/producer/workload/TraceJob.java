package io.fleetorchestrator.producer.workload;

/**
 * A job of a recorded trace.
 *
 * @param arrivalH hours from the start of the trace
 * @param durationH hours that it ran
 * @param cpus processor cores that it occupied
 */
public record TraceJob(double arrivalH, double durationH, double cpus) {

    public TraceJob {
        requireNotNegative("arrival_h", arrivalH);
        requireNotNegative("duration_h", durationH);
        requireNotNegative("cpus", cpus);
    }

    private static void requireNotNegative(String field, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(field + ": " + value + " is not a number from 0 up");
        }
    }
}
