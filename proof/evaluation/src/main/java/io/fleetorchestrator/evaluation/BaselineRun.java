package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.core.hours.HourlyAccumulator;
import io.fleetorchestrator.core.ledger.ActivePlacements;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.stream.Stream;

/** The same season without a scheduler: every workload runs in its home region, at its earliest start. */
final class BaselineRun {

    private static final Duration HOUR = Duration.ofHours(1);

    private final SeasonPlan plan;
    private final FleetModel fleet;
    private final TelemetryWorld world;

    BaselineRun(SeasonPlan plan, FleetModel fleet, TelemetryWorld world) {
        this.plan = plan;
        this.fleet = fleet;
        this.world = world;
    }

    /** The hours and runs of the baseline. */
    Counterfactual play(Stream<DecidedRequest> workloads) {
        var runs = workloads
                .map(BaselineRun::atHome)
                .sorted(Comparator.comparingLong(Run::start))
                .toList();
        var placed = new ActivePlacements();
        int next = 0;
        var hours = new HourTable();
        for (var start = plan.from(); start.isBefore(plan.end()); start = start.plus(HOUR)) {
            placed.forgetEndedBy(start);
            while (next < runs.size() && runs.get(next).start() <= EpochHours.floor(start)) {
                placed.add(approved(runs.get(next++)));
            }
            add(start, placed, hours);
        }
        return new Counterfactual(hours, runs);
    }

    private void add(Instant start, ActivePlacements placed, HourTable hours) {
        var open = new HashMap<String, HourlyAccumulator>();
        for (var at = start; at.isBefore(start.plus(HOUR)); at = at.plus(SeasonPlan.BEAT)) {
            for (var reading : world.at(at, placed)) {
                open.computeIfAbsent(reading.getRegion(), unseen -> new HourlyAccumulator(EpochHours.floor(start)))
                        .add(reading);
            }
        }
        open.forEach((region, hour) -> hours.add(hour.close(region, fleet.fleet())));
    }

    private static Run atHome(DecidedRequest answered) {
        var request = answered.request();
        long start = request.getEarliestStart() == null
                ? EpochHours.ceil(request.getSubmittedAt())
                : EpochHours.ceil(request.getEarliestStart());
        return new Run(
                request.getRequestId(),
                request.getHomeRegion(),
                start,
                start + request.getDurationHours(),
                request.getPowerMw());
    }

    /** The decision that places the workload there. */
    private SchedulingDecision approved(Run run) {
        return SchedulingDecision.newBuilder()
                .setRequestId(run.requestId())
                .setFleet(fleet.fleet())
                .setAction(RequestAction.SUBMIT)
                .setVerdict(Verdict.APPROVED)
                .setPowerMw(run.powerMw())
                .setPlacement(new Placement(
                        run.region(),
                        EpochHours.start(run.start()),
                        EpochHours.start(run.start()).plus(Duration.ofHours(run.end() - run.start()))))
                .setDecidedAt(EpochHours.start(run.start()))
                .build();
    }
}
