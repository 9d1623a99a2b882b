package io.fleetorchestrator.core.ledger;

import io.fleetorchestrator.core.input.InputLimits;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The workloads that the decisions of a log, read in order, have placed: where they run, for how long, and the load that
 * this puts on each region. Owned by one thread.
 */
public final class ActivePlacements {

    /** The longest placement that is counted: a foreign record with absurd times must not keep a loop busy. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Map<WorkloadId, Run> runs = new HashMap<>();
    private final Map<String, Map<WorkloadId, Run>> runsByRegion = new LinkedHashMap<>();

    /** The placements that remain after these decisions. */
    public static ActivePlacements of(Collection<SchedulingDecision> decisions) {
        var placements = new ActivePlacements();
        decisions.forEach(placements::add);
        return placements;
    }

    /** Whether the decision reserves power for a workload: approved, not a dry run, and possible. */
    public static boolean isPlacement(SchedulingDecision decision) {
        return counts(decision)
                && decision.getAction() == RequestAction.SUBMIT
                && isPossible(decision.getPlacement())
                && decision.getPowerMw() >= 0
                && decision.getPowerMw() <= Power.MAX_MW;
    }

    /** Adds a decision. Dry runs and refusals change nothing; an approved cancellation ends its workload. */
    public void add(SchedulingDecision decision) {
        var placement = decision.getPlacement();
        if (placement != null && isPlacement(decision)) {
            place(WorkloadId.of(decision), Run.of(decision, placement), decision.getDecidedAt());
        } else if (counts(decision) && decision.getAction() == RequestAction.CANCEL) {
            cancel(WorkloadId.of(decision), decision.getDecidedAt());
        }
    }

    /** A decision that is read again changes nothing; an id can be used again after its workload has ended. */
    private void place(WorkloadId id, Run run, Instant decidedAt) {
        var known = runs.get(id);
        if (known == null || known.end().isBefore(decidedAt)) {
            put(id, run);
        }
    }

    private void cancel(WorkloadId id, Instant at) {
        var run = runs.get(id);
        if (run != null) {
            put(id, run.cutAt(at));
        }
    }

    private void put(WorkloadId id, Run run) {
        var before = runs.put(id, run);
        if (before != null) {
            removeFromRegion(id, before);
        }
        runsByRegion
                .computeIfAbsent(run.region(), region -> new LinkedHashMap<>())
                .put(id, run);
    }

    /** The load that the placements put on a region at an instant, megawatts. */
    public double mwAt(String region, Instant instant) {
        long milliwatts = 0;
        for (var run : runsByRegion.getOrDefault(region, Map.of()).values()) {
            milliwatts += run.milliwattsAt(instant);
        }
        return Power.megawatts(milliwatts);
    }

    /** What is committed, by region and hour. A cancelled workload keeps the hours before its cancellation. */
    public Ledger ledger() {
        var ledger = new Ledger();
        runs.values()
                .forEach(run -> ledger.commit(
                        run.region(), EpochHours.floor(run.start()), EpochHours.floor(run.end()), run.power()));
        return ledger;
    }

    /** Removes the placements that have ended by then. */
    public void forgetEndedBy(Instant instant) {
        runs.entrySet().removeIf(entry -> {
            boolean ended = !entry.getValue().end().isAfter(instant);
            if (ended) {
                removeFromRegion(entry.getKey(), entry.getValue());
            }
            return ended;
        });
    }

    private void removeFromRegion(WorkloadId id, Run run) {
        runsByRegion.computeIfPresent(run.region(), (region, there) -> {
            there.remove(id);
            return there.isEmpty() ? null : there;
        });
    }

    /** How many placements are kept. */
    public int size() {
        return runs.size();
    }

    private static boolean counts(SchedulingDecision decision) {
        return decision.getVerdict() == Verdict.APPROVED && !decision.getDryRun();
    }

    private static boolean isPossible(@Nullable Placement placement) {
        return placement != null
                && InputLimits.isTime(placement.getStartsAt())
                && InputLimits.isTime(placement.getEndsAt())
                && Duration.between(placement.getStartsAt(), placement.getEndsAt())
                                .compareTo(LONGEST)
                        <= 0;
    }

    private record WorkloadId(String fleet, String requestId) {

        static WorkloadId of(SchedulingDecision decision) {
            return new WorkloadId(decision.getFleet(), decision.getRequestId());
        }
    }

    private record Run(String region, Power power, Instant start, Instant end) {

        static Run of(SchedulingDecision decision, Placement placement) {
            return new Run(
                    placement.getRegion(),
                    Power.ofMegawatts(decision.getPowerMw()),
                    placement.getStartsAt(),
                    placement.getEndsAt());
        }

        long milliwattsAt(Instant instant) {
            return !instant.isBefore(start) && instant.isBefore(end) ? power.milliwatts() : 0;
        }

        Run cutAt(Instant instant) {
            return instant.isBefore(end) ? new Run(region, power, start, instant) : this;
        }
    }
}
