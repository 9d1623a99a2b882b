package io.fleetorchestrator.producer.twin;

import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The workloads that were placed and where they run: what the decisions, read in order, make the regions carry. */
public final class PlacedLoad {

    private record Id(String fleet, String request) {}

    private record Run(double powerMw, Instant start, Instant end) {

        double mwAt(Instant instant) {
            return !instant.isBefore(start) && instant.isBefore(end) ? powerMw : 0;
        }

        Run cutAt(Instant instant) {
            return instant.isBefore(end) ? new Run(powerMw, start, instant) : this;
        }
    }

    /** Ordered by arrival within a region, so that sums come out the same to the last bit. */
    private final Map<String, Map<Id, Run>> runsByRegion = new LinkedHashMap<>();

    /** Takes note of a decision. Dry runs and refusals place nothing; an approved cancellation ends its workload. */
    public void add(SchedulingDecision decision) {
        if (decision.getDryRun() || decision.getVerdict() != Verdict.APPROVED) {
            return;
        }
        if (decision.getAction() == RequestAction.CANCEL) {
            cancel(decision);
        } else {
            place(decision);
        }
    }

    private void place(SchedulingDecision decision) {
        var placement = decision.getPlacement();
        if (placement != null) {
            runsByRegion
                    .computeIfAbsent(placement.getRegion(), region -> new LinkedHashMap<>())
                    .putIfAbsent(
                            id(decision),
                            new Run(decision.getPowerMw(), placement.getStartsAt(), placement.getEndsAt()));
        }
    }

    private void cancel(SchedulingDecision decision) {
        for (var runs : runsByRegion.values()) {
            runs.computeIfPresent(id(decision), (id, run) -> run.cutAt(decision.getDecidedAt()));
        }
    }

    private static Id id(SchedulingDecision decision) {
        return new Id(decision.getFleet(), decision.getRequestId());
    }

    /** The load that placed workloads put on a region at an instant, megawatts. */
    public double mwIn(String region, Instant instant) {
        double sum = 0;
        for (var run : runsByRegion.getOrDefault(region, Map.of()).values()) {
            sum += run.mwAt(instant);
        }
        return sum;
    }

    /** Lets go of what had ended by then. */
    public void forgetEndedBy(Instant instant) {
        runsByRegion
                .values()
                .forEach(runs -> runs.values().removeIf(run -> !run.end().isAfter(instant)));
        runsByRegion.values().removeIf(Map::isEmpty);
    }

    /** How many workloads run or are yet to run. */
    public int size() {
        return runsByRegion.values().stream().mapToInt(Map::size).sum();
    }
}
