package io.fleetorchestrator.center.http;

import io.fleetorchestrator.center.metrics.CenterMetrics;
import io.fleetorchestrator.center.security.AuditLog;
import io.fleetorchestrator.center.security.Authenticator;
import io.fleetorchestrator.center.security.Caller;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers routes: authenticates the caller, checks the route's role, and turns failures into problems. */
public final class Router {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    /**
     * Most requests take a millisecond, so this is far more than the cores can use, and few enough for memory. Requests that
     * wait for a decision have a lower limit of their own in DecisionService.
     */
    private static final int MAX_CONCURRENT = 256;

    private static final String ROUTE = "route";
    private static final String STARTED = "started";
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Authenticator authenticator;
    private final AuditLog audit;
    private final CenterMetrics metrics;
    private final Json json;
    private final BooleanSupplier ready;
    private final Semaphore running = new Semaphore(MAX_CONCURRENT);

    /** @param ready whether the read model has caught up with the topics */
    public Router(
            Authenticator authenticator, AuditLog audit, CenterMetrics metrics, Json json, BooleanSupplier ready) {
        this.authenticator = authenticator;
        this.audit = audit;
        this.metrics = metrics;
        this.json = json;
        this.ready = ready;
    }

    public void register(RoutesConfig config, List<Route> routes, EventStreamHandler events) {
        routes.forEach(route -> config.addHttpHandler(
                HandlerType.findOrCreate(route.verb().name()),
                route.path(),
                context -> handle(context, route, events)));
        config.exception(ProblemException.class, (problem, context) -> answer(context, problem));
        config.exception(
                HttpResponseException.class,
                (e, context) -> answer(context, ProblemException.of(e.getStatus(), String.valueOf(e.getMessage()))));
        config.exception(Exception.class, this::fail);
        config.error(404, this::notFound);
    }

    private void handle(Context context, Route route, EventStreamHandler events) throws InterruptedException {
        context.attribute(ROUTE, route.path());
        context.attribute(STARTED, System.nanoTime());
        if (!running.tryAcquire()) {
            throw ProblemException.later(429, "too many concurrent requests; retry later", SOON);
        }
        try {
            var caller = admit(context, route);
            requireReady();
            var call = new ApiRequest(context, route, caller, json);
            var endpoint = route.endpoint();
            if (endpoint.isEmpty()) {
                events.open(context, call);
            } else {
                write(context, endpoint.get().answer(call));
            }
        } finally {
            running.release();
        }
    }

    private Caller admit(Context context, Route route) {
        var caller = authenticator
                .caller(Optional.ofNullable(context.header("Authorization")))
                .orElseThrow(() -> ProblemException.of(
                        401,
                        "missing or invalid credentials; send an API key or a token as 'Authorization: Bearer …'"));
        context.attribute("caller", caller);
        if (!caller.role().covers(route.role())) {
            throw ProblemException.of(
                    403, caller.name() + " has the role " + caller.role() + ", but this needs " + route.role());
        }
        return caller;
    }

    /** Before the read model is complete, answers would be wrong: missing regions, requests and savings. */
    private void requireReady() {
        if (!ready.getAsBoolean()) {
            throw ProblemException.later(
                    503, "the command center has just started and is still reading its topics; retry soon", SOON);
        }
    }

    private void write(Context context, ApiResponse answer) {
        answer.headers().forEach(context::header);
        context.status(answer.status())
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .result(json.bytes(answer.body()));
        record(context, answer.status());
    }

    private void answer(Context context, ProblemException problem) {
        problem.retryAfter()
                .ifPresent(after -> context.header("Retry-After", Long.toString(Math.max(1, after.toSeconds()))));
        if (problem.status() == HttpStatus.UNAUTHORIZED.getCode()) {
            context.header("WWW-Authenticate", "Bearer");
        }
        var title = HttpStatus.forStatus(problem.status()).getMessage();
        context.status(problem.status())
                .contentType("application/problem+json")
                .result(json.bytes(problem.problem(title, context.path())));
        record(context, problem.status());
    }

    /** The cause of an unexpected failure goes to the log, not to the caller. */
    private void fail(Exception e, Context context) {
        LOG.error("{} {} failed", context.method(), context.path(), e);
        answer(context, ProblemException.of(500, "internal error; the log of the command center has the cause"));
    }

    private void notFound(Context context) {
        if (context.path().startsWith("/api/") && !isProblem(context)) {
            answer(context, ProblemException.notFound("there is no such route; /api/v1/openapi.json lists the routes"));
        }
    }

    private static boolean isProblem(Context context) {
        return String.valueOf(context.res().getContentType()).startsWith("application/problem");
    }

    private void record(Context context, int status) {
        measure(context, status);
        auditIfWrite(context, status);
    }

    /** Requests without a route share one label, because paths and methods are unbounded. */
    private void measure(Context context, int status) {
        String route = context.attribute(ROUTE);
        Long started = context.attribute(STARTED);
        if (route == null || started == null) {
            metrics.answered("none", "any", status, Duration.ZERO);
        } else {
            metrics.answered(route, context.method().name(), status, Duration.ofNanos(System.nanoTime() - started));
        }
    }

    private void auditIfWrite(Context context, int status) {
        Caller caller = context.attribute("caller");
        boolean writes =
                !context.method().equals(HandlerType.GET) && context.path().contains("/workloads");
        if (caller != null && writes) {
            audit.record(caller, context.req().getRemoteAddr(), context.method() + " " + context.path(), status);
        }
    }
}
