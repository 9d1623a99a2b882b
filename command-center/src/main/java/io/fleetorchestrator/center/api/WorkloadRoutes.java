package io.fleetorchestrator.center.api;

import static io.fleetorchestrator.center.http.Param.path;
import static io.fleetorchestrator.center.http.Param.query;

import io.fleetorchestrator.center.http.ApiRequest;
import io.fleetorchestrator.center.http.ApiResponse;
import io.fleetorchestrator.center.http.Param.Kind;
import io.fleetorchestrator.center.http.ProblemException;
import io.fleetorchestrator.center.http.Route;
import io.fleetorchestrator.center.readmodel.CachedDecision;
import io.fleetorchestrator.center.security.Caller;
import io.fleetorchestrator.center.security.Role;
import io.fleetorchestrator.center.view.WorkloadView;
import io.fleetorchestrator.center.workload.SameRequest;
import io.fleetorchestrator.core.fleet.RequestKey;
import io.fleetorchestrator.core.fleet.RequestKind;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Workloads that ask for a place, and that give it back. */
final class WorkloadRoutes {

    private static final String TAG = "Workloads";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** A trial without an answer is of no use, so one waits for it unless told otherwise. */
    private static final Duration TRIAL_WAIT = Duration.ofSeconds(10);

    private final DecisionService desk;
    private final AnswerLookup answers;
    private final Clock clock;

    WorkloadRoutes(DecisionService desk, AnswerLookup answers, Clock clock) {
        this.desk = desk;
        this.answers = answers;
        this.clock = clock;
    }

    List<Route> routes() {
        var id = path("id", "The request's id");
        var wait = query("wait", Kind.DURATION, "Wait for the decision for so long, up to PT30S");
        return List.of(
                Route.post(
                                "/api/v1/workloads",
                                TAG,
                                "Ask for a place; sending the same again is safe",
                                WorkloadBody.class,
                                WorkloadView.class,
                                this::submit)
                        .needs(Role.SUBMITTER)
                        .orStatus(202)
                        .with(wait),
                Route.get("/api/v1/workloads/{id}", TAG, "What became of it", WorkloadView.class, this::look)
                        .with(id, AnswerLookup.FLEET),
                Route.delete("/api/v1/workloads/{id}", TAG, "Give the place back", WorkloadView.class, this::cancel)
                        .orStatus(202)
                        .with(id, AnswerLookup.FLEET, wait),
                Route.post(
                                "/api/v1/optimize",
                                TAG,
                                "The best slot now, reserving nothing",
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
                call.duration("wait", LONGEST_WAIT).orElse(TRIAL_WAIT));
    }

    private ApiResponse submit(ApiRequest call, WorkloadBody body, boolean trial, Duration wait)
            throws InterruptedException {
        var given = body.requestId();
        var id = given == null ? UUID.randomUUID().toString() : given;
        var request = body.request(id, tenant(call.caller(), body.givenTenant()), clock.instant(), trial);
        var before = desk.answerTo(RequestKey.of(request));
        if (before.isPresent()) {
            return again(call.caller(), before.get(), request);
        }
        return answer(request, desk.ask(request, wait));
    }

    /** The same request again is answered as it was; another under its id is refused here as the scheduler would. */
    private ApiResponse again(Caller caller, SchedulingDecision before, WorkloadRequest request) {
        if (!caller.actsFor(before.getTenant()) || !SameRequest.sameContent(before, request)) {
            throw used(request.getRequestId());
        }
        return ApiResponse.ok(desk.view(before));
    }

    private static String tenant(Caller caller, String given) {
        var own = caller.tenant().orElse(given);
        if (!given.isEmpty() && !own.equals(given)) {
            throw ProblemException.of(403, caller.name() + " speaks for " + own + ", not for '" + given + "'");
        }
        return own;
    }

    private ApiResponse look(ApiRequest call) {
        return ApiResponse.ok(desk.view(answers.find(call, RequestKind.SUBMIT, RequestKind.DRY_RUN)));
    }

    private ApiResponse cancel(ApiRequest call) throws InterruptedException {
        var placed = answers.find(call, RequestKind.SUBMIT);
        var request = WorkloadRequest.newBuilder()
                .setRequestId(placed.getRequestId())
                .setFleet(placed.getFleet())
                .setAction(RequestAction.CANCEL)
                .setTenant(placed.getTenant())
                .setName(placed.getName())
                .setSubmittedAt(clock.instant())
                .build();
        var before = desk.cancelled(RequestKey.of(request));
        if (before.isPresent()) {
            return ApiResponse.ok(desk.view(before.get()));
        }
        var wait = call.duration("wait", LONGEST_WAIT).orElse(Duration.ZERO);
        return answer(request, desk.ask(request, wait));
    }

    private ApiResponse answer(WorkloadRequest request, DecisionService.Outcome outcome) {
        if (outcome.decision().isEmpty()) {
            var pending = DecisionService.pending(request);
            return ApiResponse.accepted(pending, pending.url());
        }
        var decision = outcome.decision().get();
        if (CachedDecision.isReuse(decision)) {
            throw used(request.getRequestId());
        }
        return ApiResponse.ok(desk.view(decision));
    }

    private static ProblemException used(String id) {
        return ProblemException.of(409, "the id '" + id + "' belongs to another request; choose a new one");
    }
}
