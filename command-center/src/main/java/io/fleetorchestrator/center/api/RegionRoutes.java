package io.fleetorchestrator.center.api;

import static io.fleetorchestrator.center.http.Param.path;
import static io.fleetorchestrator.center.http.Param.query;

import io.fleetorchestrator.center.http.ApiRequest;
import io.fleetorchestrator.center.http.ApiResponse;
import io.fleetorchestrator.center.http.Param;
import io.fleetorchestrator.center.http.Param.Kind;
import io.fleetorchestrator.center.http.ProblemException;
import io.fleetorchestrator.center.http.Route;
import io.fleetorchestrator.center.readmodel.ReadModel;
import io.fleetorchestrator.center.view.CoverageList;
import io.fleetorchestrator.center.view.CoverageView;
import io.fleetorchestrator.center.view.ForecastView;
import io.fleetorchestrator.center.view.FramesView;
import io.fleetorchestrator.center.view.HistoryView;
import io.fleetorchestrator.center.view.HourView;
import io.fleetorchestrator.center.view.ModelView;
import io.fleetorchestrator.center.view.RegionList;
import io.fleetorchestrator.schemas.contract.ForecastOutcome;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What regions were like, are like and will be like. */
final class RegionRoutes {

    private static final String TAG = "Regions";
    private static final Duration DAY = Duration.ofDays(1);

    /** What a fleet without a profile yet is held to: the default of the contract. */
    private static final double PROMISED = 0.95;

    private static final int MOST_FRAME_HOURS = 168;

    private final ReadModel model;
    private final RegionViews views;
    private final HourlyFrames frames;
    private final Clock clock;

    RegionRoutes(ReadModel model, Clock clock) {
        this.model = model;
        this.views = new RegionViews(model);
        this.frames = new HourlyFrames(model);
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/api/v1/regions",
                        TAG,
                        "All regions, with their margins to the limit",
                        RegionList.class,
                        this::regions),
                Route.get(
                                "/api/v1/regions/{region}/forecast",
                                TAG,
                                "The newest forecast, or the newest at an instant",
                                ForecastView.class,
                                this::forecast)
                        .with(
                                region(),
                                query("issuedAt", Kind.INSTANT, "The forecast that was the newest at this instant")),
                Route.get(
                                "/api/v1/regions/{region}/history",
                                TAG,
                                "Measured hours; by default the last day",
                                HistoryView.class,
                                this::history)
                        .with(
                                region(),
                                query("from", Kind.INSTANT, "First hour"),
                                query("to", Kind.INSTANT, "End, exclusive")),
                Route.get(
                                "/api/v1/frames",
                                TAG,
                                "Carbon against water of all regions, hour by hour",
                                FramesView.class,
                                this::frames)
                        .with(query("hours", Kind.INTEGER, "Number of measured hours, 1 to 168; default 24")),
                Route.get(
                                "/api/v1/coverage",
                                "Trust",
                                "Coverage of the intervals, and the models in use",
                                CoverageList.class,
                                this::coverage)
                        .with(query("region", Kind.TEXT, "Only of this region")));
    }

    private static Param region() {
        return path("region", "Name of the region");
    }

    private ApiResponse regions(ApiRequest call) {
        return ApiResponse.ok(
                new RegionList(model.regions().stream().map(views::region).toList(), clock.instant()));
    }

    private ApiResponse forecast(ApiRequest call) {
        var region = known(call);
        var at = call.instant("issuedAt").orElse(Instant.MAX);
        return model.forecastAt(region, at)
                .map(views::forecast)
                .map(ApiResponse::ok)
                .orElseThrow(() -> ProblemException.notFound(noForecast(region, at)));
    }

    private String noForecast(String region, Instant at) {
        return model.oldestForecast(region)
                .map(oldest ->
                        "no forecast of " + region + " at or before " + at + " is kept; the oldest is of " + oldest)
                .orElse("there is no forecast of " + region + " yet");
    }

    private ApiResponse history(ApiRequest call) {
        var region = known(call);
        var to = call.instant("to").orElseGet(() -> end(region));
        var from = call.instant("from").orElseGet(() -> to.minus(DAY));
        if (from.isAfter(to)) {
            throw ProblemException.wrong("from", from, "is after " + to);
        }
        return ApiResponse.ok(new HistoryView(
                region, model.hours(region, from, to).stream().map(HourView::of).toList()));
    }

    private Instant end(String region) {
        return model.lastHour(region)
                .map(HourlyFeatures::getHourStart)
                .map(start -> start.plus(Duration.ofHours(1)))
                .orElseGet(clock::instant);
    }

    private ApiResponse frames(ApiRequest call) {
        return ApiResponse.ok(frames.of(call.integer("hours", 24, 1, MOST_FRAME_HOURS)));
    }

    private ApiResponse coverage(ApiRequest call) {
        var regions = call.text("region").map(List::of).orElseGet(() -> List.copyOf(model.regions()));
        var promised = model.profiles().stream()
                .mapToDouble(profile -> profile.getPolicy().getConfidence())
                .min()
                .orElse(PROMISED);
        var items = regions.stream()
                .flatMap(region -> model.lastOutcome(region).stream())
                .flatMap(RegionRoutes::summaries)
                .toList();
        return ApiResponse.ok(new CoverageList(
                promised, items, model.models().stream().map(ModelView::of).toList()));
    }

    private static Stream<CoverageView> summaries(ForecastOutcome outcome) {
        return outcome.getSignals().stream()
                .filter(signal -> signal.getSummary() != null)
                .map(signal -> CoverageView.of(
                        outcome.getRegion(), signal.getSignal(), outcome.getHourStart(), signal.getSummary()));
    }

    private String known(ApiRequest call) {
        var region = call.path("region");
        if (!model.regions().contains(region)) {
            throw ProblemException.notFound("there is no region '" + region + "'; /api/v1/regions lists them");
        }
        return region;
    }
}
