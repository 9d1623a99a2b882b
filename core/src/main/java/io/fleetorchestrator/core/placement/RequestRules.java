package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.ledger.Power;
import io.fleetorchestrator.schemas.contract.ObjectiveWeights;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.util.ArrayList;
import java.util.List;

/** What must hold of a request by itself, before anything is known of the fleet. */
public final class RequestRules {

    /** Ids are kept for days; nobody needs longer ones than this. */
    private static final int MAX_ID_LENGTH = 256;

    private RequestRules() {}

    /** Every field that cannot be meant as it is; none for a request in order. */
    public static List<Reason> violations(WorkloadRequest request, String key) {
        var found = new ArrayList<Reason>();
        identity(request, key, found);
        if (request.getAction() == RequestAction.SUBMIT) {
            size(request, found);
            latency(request, found);
            if (request.getWeights() != null) {
                weights(request.getWeights(), found);
            }
        }
        return found;
    }

    /** Whether the id is one that an answer can be remembered by. */
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
        }
        if (!request.getFleet().equals(key)) {
            found.add(RequestReasons.invalid("fleet", request.getFleet(), "equal the record key '" + key + "'"));
        }
        if (key.indexOf('\0') >= 0) {
            found.add(RequestReasons.invalid("fleet", key.replace('\0', '?'), "not contain control characters"));
        }
        if (request.getAction() == RequestAction.UNKNOWN) {
            found.add(RequestReasons.invalid("action", request.getAction(), "be SUBMIT or CANCEL"));
        }
        if (request.getAction() == RequestAction.CANCEL && request.getDryRun()) {
            found.add(RequestReasons.invalid("dryRun", true, "be false for CANCEL"));
        }
    }

    private static void size(WorkloadRequest request, List<Reason> found) {
        double power = request.getPowerMw();
        // Also false for NaN; and the ledger counts in milliwatts, less than one would commit nothing.
        if (!(power <= Power.MAX_MW && Power.ofMegawatts(power).milliwatts() > 0)) {
            found.add(
                    RequestReasons.invalid("powerMw", power, "be greater than 0 and at most " + Power.MAX_MW + " MW"));
        }
        if (request.getDurationHours() < 1) {
            found.add(RequestReasons.invalid("durationHours", request.getDurationHours(), "be at least 1 h"));
        }
    }

    private static void latency(WorkloadRequest request, List<Reason> found) {
        Double max = request.getMaxLatencyMs();
        if (max == null) {
            return;
        }
        if (!(max >= 0)) {
            found.add(RequestReasons.invalid("maxLatencyMs", max, "be at least 0 ms"));
        }
        if (request.getHomeRegion().isEmpty()) {
            found.add(RequestReasons.invalid(
                    "homeRegion", "", "be named when maxLatencyMs is given: latency is measured to it"));
        }
    }

    private static void weights(ObjectiveWeights weights, List<Reason> found) {
        weight("weights.carbon", weights.getCarbon(), found);
        weight("weights.water", weights.getWater(), found);
        weight("weights.delay", weights.getDelay(), found);
        weight("weights.thermal", weights.getThermal(), found);
    }

    private static void weight(String field, double value, List<Reason> found) {
        if (!(value >= 0 && Double.isFinite(value))) {
            found.add(RequestReasons.invalid(field, value, "be a finite number of at least 0"));
        }
    }
}
