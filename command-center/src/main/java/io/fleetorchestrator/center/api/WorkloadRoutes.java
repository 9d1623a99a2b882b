package io.fleetorchestrator.center.api;

import static io.fleetorchestrator.center.http.Param.path;
import static io.fleetorchestrator.center.http.Param.query;

import io.fleetorchestrator.center.http.Answer;
import io.fleetorchestrator.center.http.Call;
import io.fleetorchestrator.center.http.Param.Kind;
import io.fleetorchestrator.center.http.ProblemException;
import io.fleetorchestrator.center.http.Route;
import io.fleetorchestrator.center.security.Caller;
import io.fleetorchestrator.center.security.Role;
import io.fleetorchestrator.center.view.WorkloadView;
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
    private static final String URL = "/api/v1/workloads/";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    /** A trial without an answer is of no use, so one waits for it unless told otherwise. */
    private static final Duration TRIAL_WAIT = Duration.ofSeconds(10);

    private final Desk desk;
    private final Clock clock;

    WorkloadRoutes(Desk desk, Clock clock) {
        this.desk = desk;
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
                        .with(id),
                Route.delete("/api/v1/workloads/{id}", TAG, "Give the place back", WorkloadView.class, this::cancel)
                        .orStatus(202)
                        .with(id, wait),
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

    private Answer submit(Call call) throws InterruptedException {
        var body = call.body(WorkloadBody.class);
        return submit(
                call, body, body.isDryRun(), call.duration("wait", LONGEST_WAIT).orElse(Duration.ZERO));
    }

    private Answer optimize(Call call) throws InterruptedException {
        return submit(
                call,
                call.body(WorkloadBody.class),
                true,
                call.duration("wait", LONGEST_WAIT).orElse(TRIAL_WAIT));
    }

    private Answer submit(Call call, WorkloadBody body, boolean trial, Duration wait) throws InterruptedException {
        var given = body.requestId();
        var id = given == null ? UUID.randomUUID().toString() : given;
        var request = body.request(id, tenant(call.caller(), body.givenTenant()), clock.instant(), trial);
        var before = desk.answerTo(id, RequestAction.SUBMIT);
        if (before.isPresent()) {
            return again(call.caller(), before.get(), request);
        }
        return answer(request, desk.ask(request, wait));
    }

    /** The same request again is answered as it was; another under its id is refused here as the scheduler would. */
    private Answer again(Caller caller, SchedulingDecision before, WorkloadRequest request) {
        if (!caller.actsFor(before.getTenant()) || !sameAs(before, request)) {
            throw ProblemException.of(
                    409, "the id '" + request.getRequestId() + "' belongs to another request; choose a new one");
        }
        return Answer.ok(view(before));
    }

    /** As far as the decision tells: the scheduler compares the rest. */
    private static boolean sameAs(SchedulingDecision before, WorkloadRequest request) {
        return before.getFleet().equals(request.getFleet())
                && before.getTenant().equals(request.getTenant())
                && before.getName().equals(request.getName())
                && before.getHomeRegion().equals(request.getHomeRegion())
                && Double.compare(before.getPowerMw(), request.getPowerMw()) == 0
                && before.getDurationHours() == request.getDurationHours()
                && before.getDryRun() == request.getDryRun();
    }

    private static String tenant(Caller caller, String given) {
        var own = caller.tenant().orElse(given);
        if (!given.isEmpty() && !own.equals(given)) {
            throw ProblemException.of(403, caller.name() + " speaks for " + own + ", not for '" + given + "'");
        }
        return own;
    }

    private Answer look(Call call) {
        return Answer.ok(view(own(call)));
    }

    private Answer cancel(Call call) throws InterruptedException {
        var placed = own(call);
        var request = WorkloadRequest.newBuilder()
                .setRequestId(placed.getRequestId())
                .setFleet(placed.getFleet())
                .setAction(RequestAction.CANCEL)
                .setTenant(placed.getTenant())
                .setName(placed.getName())
                .setSubmittedAt(clock.instant())
                .build();
        var before = desk.answerTo(placed.getRequestId(), RequestAction.CANCEL);
        if (before.isPresent()) {
            return Answer.ok(view(before.get()));
        }
        return answer(
                request, desk.ask(request, call.duration("wait", LONGEST_WAIT).orElse(Duration.ZERO)));
    }

    private SchedulingDecision own(Call call) {
        var id = call.path("id");
        return desk.answerTo(id, RequestAction.SUBMIT)
                .filter(decision ->
                        call.caller().role() == Role.VIEWER || call.caller().actsFor(decision.getTenant()))
                .orElseThrow(() ->
                        ProblemException.notFound("no decision is kept for '" + id + "'; it may not be taken yet"));
    }

    private Answer answer(WorkloadRequest request, Desk.Outcome outcome) {
        return outcome.decision()
                .map(decision -> Answer.ok(view(decision)))
                .orElseGet(() -> Answer.accepted(pending(request.getRequestId()), URL + request.getRequestId()));
    }

    private static WorkloadView pending(String id) {
        return new WorkloadView(id, URL + id, WorkloadView.Status.PENDING, null);
    }

    private WorkloadView view(SchedulingDecision decision) {
        return desk.view(decision, URL);
    }
}
