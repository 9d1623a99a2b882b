package io.fleetorchestrator.scheduler.metrics;

import io.fleetorchestrator.core.fleet.FleetAnswer;
import io.fleetorchestrator.core.fleet.FleetState;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The metrics of the scheduler. Labels are fleets, regions of their profiles, verdicts and reasons, but never ids: labels
 * that grow with use would in time be too many for Prometheus.
 */
public final class SchedulerMetrics {

    private static final String UNKNOWN_FLEET = "unknown";

    private final MeterRegistry meters;
    private final Clock clock;
    private final Timer deciding;
    private final Timer waiting;
    private final FootprintCounters footprints;
    private final Map<String, FleetGauges> fleets = new ConcurrentHashMap<>();

    public SchedulerMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.footprints = new FootprintCounters(meters);
        this.deciding = Timer.builder("fleet.event.processing")
                .description("Time to process one event of a fleet: a request, a forecast or a profile")
                .publishPercentileHistogram()
                .register(meters);
        this.waiting = Timer.builder("fleet.decision.latency")
                .description("From the submission time in a request to its decision, by this machine's clock")
                .publishPercentileHistogram()
                .maximumExpectedValue(Duration.ofMinutes(1))
                .register(meters);
    }

    /** Measures the time of one event. */
    public List<FleetAnswer> timed(Supplier<List<FleetAnswer>> event) {
        long start = System.nanoTime();
        var answers = event.get();
        deciding.record(Duration.ofNanos(System.nanoTime() - start));
        return answers;
    }

    /** Counts an answer. */
    public void answered(FleetAnswer answer) {
        answer.accept(this::decided, this::advised);
    }

    /** Updates the gauges of a fleet after an event. */
    public void update(String fleet, FleetState state) {
        if (state.view().isPresent()) {
            fleets.computeIfAbsent(fleet, name -> new FleetGauges(name, meters, clock))
                    .show(state);
        } else {
            remove(fleet);
        }
    }

    /** Removes the gauges of a fleet that has no profile or that another instance owns. */
    public void remove(String fleet) {
        var gauges = fleets.remove(fleet);
        if (gauges != null) {
            gauges.close();
        }
    }

    private void decided(SchedulingDecision decision) {
        counter(
                        "fleet.decisions",
                        "Requests decided",
                        decision,
                        "action",
                        decision.getAction().name(),
                        "verdict",
                        decision.getVerdict().name(),
                        "dry.run",
                        Boolean.toString(decision.getDryRun()))
                .increment();
        decision.getReasons().stream()
                .map(Reason::getCode)
                .distinct()
                .forEach(code -> counter(
                                "fleet.blocks",
                                "Requests blocked, by each of their reasons",
                                decision,
                                "reason",
                                code.name())
                        .increment());
        waiting.record(waited(decision));
        if (decision.getEvidence() != null) {
            margin(decision);
        }
        if (decision.getVerdict() == Verdict.APPROVED && decision.getCarbonSavedKg() != null && !decision.getDryRun()) {
            fleets.computeIfPresent(decision.getFleet(), (name, gauges) -> gauges.saved(decision));
            footprints.add(decision);
        }
    }

    /** The time is 0 if the clock of the client is ahead. */
    private Duration waited(SchedulingDecision decision) {
        var waited = Duration.between(decision.getDecidedAt(), clock.instant());
        return waited.isNegative() ? Duration.ZERO : waited;
    }

    private void margin(SchedulingDecision decision) {
        Counter.builder("fleet.decision.margins")
                .description("Limit minus bound in the binding hour, of the placement or of the nearest slot")
                .tags(
                        "fleet",
                        label(decision.getFleet()),
                        "verdict",
                        decision.getVerdict().name())
                .tag("celsius", MarginRange.of(decision.getEvidence().getBindingMarginC()))
                .register(meters)
                .increment();
    }

    private void advised(Advisory advisory) {
        Counter.builder("fleet.scheduler.advisories")
                .description("Changes of the risk of placed workloads")
                .tags(
                        "fleet",
                        label(advisory.getFleet()),
                        "region",
                        advisory.getRegion(),
                        "kind",
                        advisory.getKind().name())
                .register(meters)
                .increment();
    }

    /** Requests may name fleets that do not exist. All of these share one label. */
    private String label(String fleet) {
        return fleets.containsKey(fleet) ? fleet : UNKNOWN_FLEET;
    }

    private Counter counter(String name, String description, SchedulingDecision decision, String... tags) {
        var region = decision.getPlacement() == null
                ? "none"
                : decision.getPlacement().getRegion();
        return Counter.builder(name)
                .description(description)
                .tags("fleet", label(decision.getFleet()), "region", region)
                .tags(tags)
                .register(meters);
    }
}
