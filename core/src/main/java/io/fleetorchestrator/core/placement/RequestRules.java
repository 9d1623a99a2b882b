package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.input.Culprit;
import io.fleetorchestrator.core.input.InputLimits;
import io.fleetorchestrator.core.ledger.Power;
import io.fleetorchestrator.schemas.contract.ObjectiveWeights;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.Resources;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules for a request by itself, whatever its fleet. */
public final class RequestRules {

    /** Ids are stored for days, so their length is limited. */
    public static final int MAX_ID_LENGTH = 256;

    /** For names and tenants. */
    public static final int MAX_TEXT_LENGTH = 200;

    /** For the list of allowed regions. */
    public static final int MAX_ALLOWED_REGIONS = 100;

    /** A year. A workload that runs for longer gains nothing from choosing its hours. */
    public static final int MAX_HOURS = 8_760;

    /** More than a round trip around the world takes on any network. */
    public static final double MAX_LATENCY_MS = 100_000;

    /** With larger weights, costs would lose the digits that tell slots apart. */
    public static final double MAX_WEIGHT = 1e9;

    /** More cores, gigabytes or accelerators than all machines of a region have. */
    private static final double MAX_RESOURCES = 1e9;

    private RequestRules() {}

    /** A reason for every invalid field; none for a valid request. */
    public static List<Reason> violations(WorkloadRequest request, String key) {
        var found = new ArrayList<Reason>();
        identity(request, key, found);
        texts(request, found);
        instant("submittedAt", request.getSubmittedAt(), found);
        if (request.getAction() == RequestAction.SUBMIT) {
            size(request, found);
            window(request, found);
            latency(request, found);
            weights(request.getWeights(), found);
            resources(request.getResources(), found);
        }
        return found;
    }

    /** Whether the answer can be stored under the id. */
    public static boolean identifiable(WorkloadRequest request) {
        String id = request.getRequestId();
        return !id.isBlank() && id.length() <= MAX_ID_LENGTH && id.indexOf('\0') < 0;
    }

    private static void identity(WorkloadRequest request, String key, List<Reason> found) {
        if (!identifiable(request)) {
            found.add(RequestReasons.invalid(
                    "requestId",
                    request.getRequestId(),
                    "be 1 to " + MAX_ID_LENGTH + " characters long and not blank"));
        } else if (!Culprit.isPrintable(request.getRequestId())) {
            found.add(RequestReasons.invalid("requestId", request.getRequestId(), "not contain control characters"));
        }
        if (!request.getFleet().equals(key)) {
            found.add(RequestReasons.invalid(
                    "fleet", request.getFleet(), "equal the record key '" + Culprit.of(key) + "'"));
        }
        if (request.getAction() == RequestAction.UNKNOWN) {
            found.add(RequestReasons.invalid("action", request.getAction(), "be SUBMIT or CANCEL"));
        }
        if (request.getAction() == RequestAction.CANCEL && request.getDryRun()) {
            found.add(RequestReasons.invalid("dryRun", true, "be false for CANCEL"));
        }
    }

    private static void texts(WorkloadRequest request, List<Reason> found) {
        text("tenant", request.getTenant(), MAX_TEXT_LENGTH, found);
        text("name", request.getName(), MAX_TEXT_LENGTH, found);
        text("homeRegion", request.getHomeRegion(), InputLimits.MAX_NAME_LENGTH, found);
        var allowed = request.getAllowedRegions();
        if (allowed.size() > MAX_ALLOWED_REGIONS) {
            found.add(RequestReasons.invalid(
                    "allowedRegions", allowed.size() + " regions", "name at most " + MAX_ALLOWED_REGIONS));
        }
        allowed.stream()
                .filter(region -> !InputLimits.isName(region))
                .findFirst()
                .ifPresent(region -> found.add(
                        RequestReasons.invalid("allowedRegions", region, "name regions by " + InputLimits.NAME)));
    }

    private static void text(String field, String value, int maxLength, List<Reason> found) {
        if (value.length() > maxLength || !Culprit.isPrintable(value)) {
            found.add(RequestReasons.invalid(
                    field, value, "be at most " + maxLength + " characters long, without control characters"));
        }
    }

    private static void size(WorkloadRequest request, List<Reason> found) {
        double power = request.getPowerMw();
        // This is false for NaN, too. Less than one milliwatt would commit nothing, because the ledger counts in
        // milliwatts.
        if (!(power <= Power.MAX_MW && Power.ofMegawatts(power).milliwatts() > 0)) {
            found.add(
                    RequestReasons.invalid("powerMw", power, "be greater than 0 and at most " + Power.MAX_MW + " MW"));
        }
        int hours = request.getDurationHours();
        if (hours < 1 || hours > MAX_HOURS) {
            found.add(RequestReasons.invalid("durationHours", hours, "be 1 to " + MAX_HOURS + " h"));
        }
    }

    private static void window(WorkloadRequest request, List<Reason> found) {
        instant("earliestStart", request.getEarliestStart(), found);
        instant("deadline", request.getDeadline(), found);
    }

    private static void instant(String field, @Nullable Instant value, List<Reason> found) {
        if (value != null && !InputLimits.isTime(value)) {
            found.add(RequestReasons.invalid(field, value, "lie within " + InputLimits.TIME));
        }
    }

    private static void latency(WorkloadRequest request, List<Reason> found) {
        Double max = request.getMaxLatencyMs();
        if (max == null) {
            return;
        }
        // Infinity is valid and means no limit.
        if (!(max >= 0)) {
            found.add(RequestReasons.invalid("maxLatencyMs", max, "be at least 0 ms"));
        }
        if (request.getHomeRegion().isEmpty()) {
            found.add(RequestReasons.invalid(
                    "homeRegion", "", "be named when maxLatencyMs is given: latency is measured to it"));
        }
    }

    private static void weights(@Nullable ObjectiveWeights weights, List<Reason> found) {
        if (weights != null) {
            within("weights.carbon", weights.getCarbon(), MAX_WEIGHT, found);
            within("weights.water", weights.getWater(), MAX_WEIGHT, found);
            within("weights.delay", weights.getDelay(), MAX_WEIGHT, found);
            within("weights.thermal", weights.getThermal(), MAX_WEIGHT, found);
        }
    }

    private static void resources(@Nullable Resources resources, List<Reason> found) {
        if (resources != null) {
            within("resources.cpus", resources.getCpus(), MAX_RESOURCES, found);
            within("resources.memoryGb", resources.getMemoryGb(), MAX_RESOURCES, found);
            within("resources.gpus", resources.getGpus(), MAX_RESOURCES, found);
        }
    }

    /** False for NaN as well. */
    private static void within(String field, double value, double most, List<Reason> found) {
        if (!(value >= 0 && value <= most)) {
            found.add(RequestReasons.invalid(field, value, "be a number from 0 to " + most));
        }
    }
}
