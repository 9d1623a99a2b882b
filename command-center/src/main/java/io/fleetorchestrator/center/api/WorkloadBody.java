package io.fleetorchestrator.center.api;

import io.fleetorchestrator.center.http.Field;
import io.fleetorchestrator.center.http.ProblemException;
import io.fleetorchestrator.schemas.contract.ObjectiveWeights;
import io.fleetorchestrator.schemas.contract.Priority;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workload that asks for a place. */
public record WorkloadBody(
        @Field(
                doc = "Chosen by you: the same id is the same request, however often it is sent; ours if not given",
                maxLength = 100,
                pattern = ID)
        @Nullable
        String requestId,

        @Field(doc = "The fleet that is asked", maxLength = 100, pattern = ID) @Nullable
        String fleet,

        @Field(doc = "On whose behalf; the token's tenant stands above it", maxLength = 100) @Nullable
        String tenant,

        @Field(doc = "Name for people", maxLength = 200) @Nullable
        String name,

        @Nullable Priority priority,

        @Field(doc = "Where it would run if nobody moved it; empty for nowhere", maxLength = 100) @Nullable
        String homeRegion,

        @Field(doc = "Where it may run; empty for everywhere", maxLength = 100) @Nullable
        List<String> allowedRegions,

        @Field(doc = "IT power while it runs, megawatts", min = 0.001, max = 10_000)
        Double powerMw,

        @Field(doc = "Whole hours it runs", min = 1, max = 168)
        Integer durationHours,

        @Field(doc = "Not before; the next full hour if not given") @Nullable
        Instant earliestStart,

        @Field(doc = "Must have ended by then; the end of the forecast horizon if not given") @Nullable
        Instant deadline,

        @Nullable WeightsBody weights,

        @Field(doc = "Highest round-trip time to the home region, milliseconds", min = 0, max = 100_000) @Nullable
        Double maxLatencyMs,

        @Field(doc = "Decide, but reserve nothing") @Nullable
        Boolean dryRun) {

    /** Letters, digits and a few marks that need no quoting anywhere. */
    static final String ID = "[A-Za-z0-9][A-Za-z0-9._:~-]*";

    private static final String DEFAULT_FLEET = "global";
    private static final String FROM = "1970-01-01T00:00:00Z";
    private static final String TO = "9999-01-01T00:00:00Z";

    /** What counts more; replaces the fleet's weights. */
    public record WeightsBody(
            @Field(doc = "Cost of a kilogram of carbon", min = 0, max = 1e9)
            Double carbon,

            @Field(doc = "Cost of a litre of water", min = 0, max = 1e9)
            Double water,

            @Field(doc = "Cost of an hour of delay", min = 0, max = 1e9)
            Double delay,

            @Field(doc = "Cost of a degree of missing headroom", min = 0, max = 1e9)
            Double thermal) {}

    boolean isDryRun() {
        return dryRun != null && dryRun;
    }

    String givenTenant() {
        return tenant == null ? "" : tenant;
    }

    /** As it is put to the scheduler. */
    WorkloadRequest request(String id, String onBehalfOf, Instant now, boolean trial) {
        checkTimes();
        return WorkloadRequest.newBuilder()
                .setRequestId(id)
                .setFleet(Optional.ofNullable(fleet).orElse(DEFAULT_FLEET))
                .setAction(RequestAction.SUBMIT)
                .setTenant(onBehalfOf)
                .setName(Optional.ofNullable(name).orElse(""))
                .setSubmittedAt(now)
                .setPriority(Optional.ofNullable(priority).orElse(Priority.NORMAL))
                .setHomeRegion(Optional.ofNullable(homeRegion).orElse(""))
                .setAllowedRegions(Optional.ofNullable(allowedRegions).orElse(List.of()))
                .setPowerMw(powerMw)
                .setDurationHours(durationHours)
                .setEarliestStart(earliestStart)
                .setDeadline(deadline)
                .setWeights(objective())
                .setMaxLatencyMs(maxLatencyMs)
                .setDryRun(trial)
                .build();
    }

    private @Nullable ObjectiveWeights objective() {
        return weights == null
                ? null
                : new ObjectiveWeights(weights.carbon(), weights.water(), weights.delay(), weights.thermal());
    }

    /** Instants far outside any calendar do not fit the milliseconds they are sent in. */
    private void checkTimes() {
        checkTime("earliestStart", earliestStart);
        checkTime("deadline", deadline);
    }

    private static void checkTime(String field, @Nullable Instant time) {
        if (time != null && (time.isBefore(Instant.parse(FROM)) || time.isAfter(Instant.parse(TO)))) {
            throw ProblemException.wrong(field, time, "is not within " + FROM + " to " + TO);
        }
    }
}
