package io.fleetorchestrator.center.api;

import static io.fleetorchestrator.center.http.Param.path;
import static io.fleetorchestrator.center.http.Param.query;

import io.fleetorchestrator.center.http.ApiRequest;
import io.fleetorchestrator.center.http.ApiResponse;
import io.fleetorchestrator.center.http.Param.Kind;
import io.fleetorchestrator.center.http.ProblemException;
import io.fleetorchestrator.center.http.Route;
import io.fleetorchestrator.center.readmodel.CachedDecision;
import io.fleetorchestrator.center.readmodel.ReadModel;
import io.fleetorchestrator.center.security.Caller;
import io.fleetorchestrator.center.security.Role;
import io.fleetorchestrator.center.view.WorkloadView;
import io.fleetorchestrator.client.WorkloadRequests;
import io.fleetorchestrator.core.fleet.RequestKey;
import io.fleetorchestrator.core.fleet.RequestKind;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests for placements, and their cancellation. */
final class WorkloadRoutes {

    private static final String TAG = "Workloads";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** A dry run is of no use without its decision, so this is its default wait. */
    private static final Duration DRY_RUN_WAIT = Duration.ofSeconds(10);

    private final ReadModel model;
    private final DecisionService decisions;
    private final DecisionLookup lookup;
    private final WorkloadViews views;
    private final Clock clock;

    WorkloadRoutes(ReadModel model, DecisionService decisions, Clock clock) {
        this.model = model;
        this.decisions = decisions;
        this.lookup = new DecisionLookup(model);
        this.views = new WorkloadViews(model);
        this.clock = clock;
    }

    List<Route> routes() {
        var id = path("id", "The request's id");
        var wait = query("wait", Kind.DURATION, "How long to wait for the decision, up to PT30S");
        return List.of(
                Route.post(
                                "/api/v1/workloads",
                                TAG,
                                "Request a placement; sending the same request again is safe",
                                WorkloadBody.class,
                                WorkloadView.class,
                                this::submit)
                        .needs(Role.SUBMITTER)
                        .orStatus(202)
                        .with(wait),
                Route.get("/api/v1/workloads/{id}", TAG, "Workload status", WorkloadView.class, this::look)
                        .with(id, DecisionLookup.FLEET),
                Route.delete("/api/v1/workloads/{id}", TAG, "Release the placement", WorkloadView.class, this::cancel)
                        .orStatus(202)
                        .with(id, DecisionLookup.FLEET, wait),
                Route.post(
                                "/api/v1/optimize",
                                TAG,
                                "Dry run: the best slot now; nothing is reserved",
                                WorkloadBody.class,
                                WorkloadView.class,
                                this::optimize)
                        .orStatus(202)
                        .with(wait));
    }

    private ApiResponse submit(ApiRequest call) throws InterruptedException {
        var body = call.body(WorkloadBody.class);
        return submit(
                call, body, body.isDryRun(), call.duration("wait", LONGEST_WAIT).orElse(Duration.ZERO));
    }

    private ApiResponse optimize(ApiRequest call) throws InterruptedException {
        return submit(
                call,
                call.body(WorkloadBody.class),
                true,
                call.duration("wait", LONGEST_WAIT).orElse(DRY_RUN_WAIT));
    }

    private ApiResponse submit(ApiRequest call, WorkloadBody body, boolean dryRun, Duration wait)
            throws InterruptedException {
        var given = body.requestId();
        var id = given == null ? UUID.randomUUID().toString() : given;
        var request = body.request(id, tenant(call.caller(), body.givenTenant()), clock.instant(), dryRun);
        var before = model.answerTo(RequestKey.of(request));
        if (before.isPresent()) {
            return repeat(call.caller(), before.get(), request);
        }
        return answer(request, decisions.decide(request, wait));
    }

    /** The same request gets the same decision again; another request under its id is refused, as the scheduler would do. */
    private ApiResponse repeat(Caller caller, SchedulingDecision before, WorkloadRequest request) {
        if (!caller.actsFor(before.getTenant()) || !WorkloadRequests.hasContentOf(before, request)) {
            throw used(request.getRequestId());
        }
        return ApiResponse.ok(views.decided(before));
    }

    private static String tenant(Caller caller, String given) {
        var own = caller.tenant().orElse(given);
        if (!given.isEmpty() && !own.equals(given)) {
            throw ProblemException.of(
                    403, caller.name() + " may act for tenant '" + own + "' only, not for '" + given + "'");
        }
        return own;
    }

    private ApiResponse look(ApiRequest call) {
        return ApiResponse.ok(views.decided(lookup.find(call, RequestKind.SUBMIT, RequestKind.DRY_RUN)));
    }

    private ApiResponse cancel(ApiRequest call) throws InterruptedException {
        var placed = lookup.find(call, RequestKind.SUBMIT);
        var request = WorkloadRequest.newBuilder()
                .setRequestId(placed.getRequestId())
                .setFleet(placed.getFleet())
                .setAction(RequestAction.CANCEL)
                .setTenant(placed.getTenant())
                .setName(placed.getName())
                .setSubmittedAt(clock.instant())
                .build();
        var before = model.approvedCancellation(RequestKey.of(request));
        if (before.isPresent()) {
            return ApiResponse.ok(views.decided(before.get()));
        }
        var wait = call.duration("wait", LONGEST_WAIT).orElse(Duration.ZERO);
        return answer(request, decisions.decide(request, wait));
    }

    private ApiResponse answer(WorkloadRequest request, Optional<SchedulingDecision> decision) {
        if (decision.isEmpty()) {
            var pending = WorkloadViews.pending(request);
            return ApiResponse.accepted(pending, pending.url());
        }
        if (CachedDecision.isReuse(decision.get())) {
            throw used(request.getRequestId());
        }
        return ApiResponse.ok(views.decided(decision.get()));
    }

    private static ProblemException used(String id) {
        return ProblemException.of(409, "the id '" + id + "' is used by another request; choose another id");
    }
}
