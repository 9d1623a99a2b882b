package io.fleetorchestrator.center.api;

import static io.fleetorchestrator.center.http.Param.oneOf;
import static io.fleetorchestrator.center.http.Param.query;

import io.fleetorchestrator.center.http.ApiRequest;
import io.fleetorchestrator.center.http.ApiResponse;
import io.fleetorchestrator.center.http.Param.Kind;
import io.fleetorchestrator.center.http.ProblemException;
import io.fleetorchestrator.center.http.Route;
import io.fleetorchestrator.center.readmodel.DecisionKey;
import io.fleetorchestrator.center.readmodel.ReadModel;
import io.fleetorchestrator.center.view.AdvisoryList;
import io.fleetorchestrator.center.view.AdvisoryView;
import io.fleetorchestrator.center.view.DecisionPage;
import io.fleetorchestrator.center.view.DecisionView;
import io.fleetorchestrator.center.view.SavingsView;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Decisions, their savings, and advisories. */
final class DecisionRoutes {

    private static final int PAGE = 50;
    private static final int MOST = 500;

    private final ReadModel model;
    private final Visibility visibility;
    private final Savings savings;

    DecisionRoutes(ReadModel model, Visibility visibility) {
        this.model = model;
        this.visibility = visibility;
        this.savings = new Savings(model);
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/decisions",
                                "Decisions",
                                "Decisions, newest first",
                                DecisionPage.class,
                                this::decisions)
                        .with(
                                oneOf("verdict", Verdict.class, "Only with this verdict"),
                                query("fleet", Kind.TEXT, "Only of this fleet"),
                                query("tenant", Kind.TEXT, "Only of this tenant"),
                                query("region", Kind.TEXT, "Only placed in this region, or with this home region"),
                                query("dryRun", Kind.FLAG, "true: only dry runs; false: no dry runs; default: both"),
                                query("from", Kind.INSTANT, "Only decided at or after this instant"),
                                query("cursor", Kind.TEXT, "nextCursor of the previous page"),
                                query("limit", Kind.INTEGER, "Number of entries, 1 to 500; default 50")),
                Route.get(
                                "/api/v1/savings",
                                "Decisions",
                                "Savings over the decisions that are kept",
                                SavingsView.class,
                                this::savings)
                        .with(query("from", Kind.INSTANT, "Only decided at or after this instant")),
                Route.get(
                                "/api/v1/advisories",
                                "Decisions",
                                "Advisories, newest first",
                                AdvisoryList.class,
                                this::advisories)
                        .with(
                                oneOf("kind", AdvisoryKind.class, "Only of this kind"),
                                query("region", Kind.TEXT, "Only of this region"),
                                query("limit", Kind.INTEGER, "Number of entries, 1 to 500; default 50")));
    }

    private ApiResponse decisions(ApiRequest call) {
        int limit = limit(call);
        var before = call.text("cursor").map(DecisionRoutes::key);
        var found = model.decisions(before, filter(call), limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        return ApiResponse.ok(new DecisionPage(
                page.stream().map(kept -> DecisionView.of(kept.decision())).toList(),
                found.size() > limit ? page.get(limit - 1).key().cursor() : null));
    }

    private static DecisionKey key(String cursor) {
        return DecisionKey.parse(cursor)
                .orElseThrow(() -> ProblemException.wrong("cursor", cursor, "is not a nextCursor of this API"));
    }

    private static Predicate<SchedulingDecision> filter(ApiRequest call) {
        return Visibility.decisions(call.caller())
                .and(only(
                        call.oneOf("verdict", Verdict.class), (decision, verdict) -> decision.getVerdict() == verdict))
                .and(only(
                        call.text("fleet"),
                        (decision, fleet) -> decision.getFleet().equals(fleet)))
                .and(only(
                        call.text("tenant"),
                        (decision, tenant) -> decision.getTenant().equals(tenant)))
                .and(only(call.text("region"), DecisionRoutes::concerns))
                .and(only(
                        call.text("dryRun").map(given -> call.flag("dryRun")),
                        (decision, dryRun) -> decision.getDryRun() == dryRun))
                .and(only(
                        call.instant("from"),
                        (decision, from) -> !decision.getDecidedAt().isBefore(from)));
    }

    private static boolean concerns(SchedulingDecision decision, String region) {
        return decision.getHomeRegion().equals(region)
                || Optional.ofNullable(decision.getPlacement())
                        .map(Placement::getRegion)
                        .filter(region::equals)
                        .isPresent();
    }

    private ApiResponse savings(ApiRequest call) {
        return ApiResponse.ok(
                savings.since(call.instant("from").orElse(Instant.MIN), Visibility.decisions(call.caller())));
    }

    private ApiResponse advisories(ApiRequest call) {
        var filter = visibility
                .advisories(call.caller())
                .and(only(call.oneOf("kind", AdvisoryKind.class), (advisory, kind) -> advisory.getKind() == kind))
                .and(only(
                        call.text("region"),
                        (advisory, region) -> advisory.getRegion().equals(region)));
        return ApiResponse.ok(new AdvisoryList(model.advisories(filter, limit(call)).stream()
                .map(AdvisoryView::of)
                .toList()));
    }

    private static int limit(ApiRequest call) {
        return call.integer("limit", PAGE, 1, MOST);
    }

    /** Whether an entry matches a filter; without a filter, every entry matches. */
    private interface Match<T, W> {
        boolean matches(T thing, W wanted);
    }

    private static <T, W> Predicate<T> only(Optional<W> wanted, Match<T, W> match) {
        return thing -> wanted.map(value -> match.matches(thing, value)).orElse(true);
    }
}
