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

/** The flags that describe a workload; they override the file. */
final class RequestOptions {

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Request id; the same id is the same request. Default: a random one")
    Optional<String> id = Optional.empty();

    @Option(names = "--fleet", paramLabel = "FLEET", description = "Fleet to place it in. Default: global")
    Optional<String> fleet = Optional.empty();

    @Option(names = "--tenant", paramLabel = "NAME", description = "Tenant that the workload belongs to.")
    Optional<String> tenant = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "Display name.")
    Optional<String> name = Optional.empty();

    @Option(names = "--home", paramLabel = "REGION", description = "Home region: the baseline for savings and latency.")
    Optional<String> home = Optional.empty();

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Region it may run in; repeatable. Default: all of the fleet")
    List<String> regions = List.of();

    @Option(names = "--power-mw", paramLabel = "MW", description = "IT power in megawatts.")
    Optional<Double> powerMw = Optional.empty();

    @Option(names = "--hours", paramLabel = "N", description = "Duration in whole hours.")
    Optional<Integer> hours = Optional.empty();

    @Option(
            names = "--start",
            paramLabel = "TIME",
            converter = InstantOrDuration.class,
            description = "Earliest start: a duration from now (2h) or a UTC instant.")
    Optional<Instant> start = Optional.empty();

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            converter = InstantOrDuration.class,
            description = "Latest end: a duration from now (18h) or a UTC instant.")
    Optional<Instant> deadline = Optional.empty();

    @Option(names = "--priority", paramLabel = "LEVEL", description = "LOW, NORMAL, HIGH or CRITICAL.")
    Optional<Priority> priority = Optional.empty();

    @Option(names = "--max-latency-ms", paramLabel = "MS", description = "Highest round-trip time to the home region.")
    Optional<Double> maxLatencyMs = Optional.empty();

    @Option(names = "--dry-run", description = "Decide, but reserve nothing.")
    boolean dryRun;

    /** The draft with the values of the flags. */
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

    /** A request without power and duration. */
    static WorkloadRequest blank(Instant now) {
        return WorkloadRequest.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setFleet("global")
                .setAction(RequestAction.SUBMIT)
                .setSubmittedAt(now)
                .build();
    }
}
