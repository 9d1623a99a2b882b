package io.fleetorchestrator.cli.workload;

import io.fleetorchestrator.cli.record.InstantOrDuration;
import io.fleetorchestrator.schemas.contract.Priority;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;

/** The flags that describe a workload; they override what a file says. */
final class RequestOptions {

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Request id; the same id is the same request. Default: a new one")
    Optional<String> id = Optional.empty();

    @Option(names = "--fleet", paramLabel = "FLEET", description = "Fleet to ask. Default: global")
    Optional<String> fleet = Optional.empty();

    @Option(names = "--tenant", paramLabel = "NAME", description = "On whose behalf.")
    Optional<String> tenant = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "Name for people.")
    Optional<String> name = Optional.empty();

    @Option(names = "--home", paramLabel = "REGION", description = "Where it would run if nobody moved it.")
    Optional<String> home = Optional.empty();

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Where it may run; repeatable. Default: anywhere in the fleet")
    List<String> regions = List.of();

    @Option(names = "--power-mw", paramLabel = "MW", description = "IT power while it runs.")
    Optional<Double> powerMw = Optional.empty();

    @Option(names = "--hours", paramLabel = "N", description = "Whole hours it runs.")
    Optional<Integer> hours = Optional.empty();

    @Option(
            names = "--start",
            paramLabel = "TIME",
            converter = InstantOrDuration.class,
            description = "Not before: a duration from now (PT2H) or a UTC instant.")
    Optional<Instant> start = Optional.empty();

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            converter = InstantOrDuration.class,
            description = "Must have ended by then: a duration from now (PT18H) or a UTC instant.")
    Optional<Instant> deadline = Optional.empty();

    @Option(names = "--priority", paramLabel = "LEVEL", description = "LOW, NORMAL, HIGH or CRITICAL.")
    Optional<Priority> priority = Optional.empty();

    @Option(names = "--max-latency-ms", paramLabel = "MS", description = "Highest round-trip time to the home region.")
    Optional<Double> maxLatencyMs = Optional.empty();

    @Option(names = "--dry-run", description = "Decide, but reserve nothing.")
    boolean dryRun;

    /** The request that the flags make of a draft. */
    WorkloadRequest apply(WorkloadRequest draft, Instant now) {
        id.ifPresent(draft::setRequestId);
        fleet.ifPresent(draft::setFleet);
        tenant.ifPresent(draft::setTenant);
        name.ifPresent(draft::setName);
        home.ifPresent(draft::setHomeRegion);
        powerMw.ifPresent(draft::setPowerMw);
        hours.ifPresent(draft::setDurationHours);
        start.ifPresent(draft::setEarliestStart);
        deadline.ifPresent(draft::setDeadline);
        priority.ifPresent(draft::setPriority);
        maxLatencyMs.ifPresent(draft::setMaxLatencyMs);
        if (!regions.isEmpty()) {
            draft.setAllowedRegions(regions);
        }
        if (dryRun) {
            draft.setDryRun(true);
        }
        draft.setSubmittedAt(now);
        return draft;
    }

    /** A request that asks for nothing yet. */
    static WorkloadRequest blank(Instant now) {
        return WorkloadRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setFleet("global")
                .setAction(RequestAction.SUBMIT)
                .setSubmittedAt(now)
                .build();
    }
}
