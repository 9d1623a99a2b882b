package io.fleetorchestrator.center.api;

import static io.fleetorchestrator.center.http.Param.oneOf;
import static io.fleetorchestrator.center.http.Param.query;

import io.fleetorchestrator.center.http.ApiRequest;
import io.fleetorchestrator.center.http.ApiResponse;
import io.fleetorchestrator.center.http.Param.Kind;
import io.fleetorchestrator.center.http.Route;
import io.fleetorchestrator.center.readmodel.ReadModel;
import io.fleetorchestrator.center.view.AdvisoryView;
import io.fleetorchestrator.center.view.DecisionView;
import io.fleetorchestrator.center.view.ForecastView;
import io.fleetorchestrator.center.view.GrafanaRows;
import io.fleetorchestrator.center.view.GrafanaRows.Band;
import io.fleetorchestrator.core.signal.SignalInfo;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Forecasts, decisions and advisories as flat rows for Grafana's Infinity datasource. */
final class GrafanaRoutes {

    private static final String TAG = "Grafana";
    private static final int ROWS = 200;
    private static final int MOST = 1_000;
    private static final Duration BEFORE = Duration.ofDays(1);

    private final ReadModel model;
    private final Visibility visibility;
    private final RegionViews views;

    GrafanaRoutes(ReadModel model, Visibility visibility) {
        this.model = model;
        this.visibility = visibility;
        this.views = new RegionViews(model);
    }

    List<Route> routes() {
        var limit = query("limit", Kind.INTEGER, "Number of rows, 1 to 1000; default 200");
        return List.of(
                Route.get(
                                "/api/v1/grafana/band",
                                TAG,
                                "The last day as measured, then the forecast, as rows",
                                GrafanaRows.Bands.class,
                                this::band)
                        .with(
                                query("region", Kind.TEXT, "Only of this region"),
                                oneOf("signal", Signal.class, "The signal; default TEMPERATURE")),
                Route.get(
                                "/api/v1/grafana/decisions",
                                TAG,
                                "Decisions as rows, newest first",
                                GrafanaRows.Decisions.class,
                                this::decisions)
                        .with(limit),
                Route.get(
                                "/api/v1/grafana/annotations",
                                TAG,
                                "Advisories as annotations",
                                GrafanaRows.Annotations.class,
                                this::annotations)
                        .with(limit));
    }

    private ApiResponse band(ApiRequest call) {
        var signal = call.oneOf("signal", Signal.class).orElse(Signal.TEMPERATURE);
        var regions = call.text("region").map(List::of).orElseGet(() -> List.copyOf(model.regions()));
        return ApiResponse.ok(new GrafanaRows.Bands(
                regions.stream().flatMap(region -> band(region, signal)).toList()));
    }

    private Stream<Band> band(String region, Signal signal) {
        return model.forecastAt(region, Instant.MAX).map(views::forecast).stream()
                .flatMap(forecast -> Stream.concat(measured(forecast, signal), ahead(forecast, signal)));
    }

    private Stream<Band> measured(ForecastView forecast, Signal signal) {
        var from = forecast.issuedAt().minus(BEFORE);
        return model.hours(forecast.region(), from, forecast.issuedAt()).stream()
                .map(hour -> new Band(
                        hour.getHourStart(),
                        forecast.region(),
                        signal.name(),
                        actual(hour, signal),
                        null,
                        null,
                        null,
                        null,
                        limit(forecast, signal)));
    }

    private static Stream<Band> ahead(ForecastView forecast, Signal signal) {
        return forecast.signals().stream()
                .filter(view -> view.signal() == signal)
                .flatMap(view -> view.hours().stream())
                .map(hour -> new Band(
                        hour.startsAt(),
                        forecast.region(),
                        signal.name(),
                        hour.actual(),
                        hour.point(),
                        hour.lower(),
                        hour.upper(),
                        hour.upperOneSided(),
                        limit(forecast, signal)));
    }

    private static @Nullable Double limit(ForecastView forecast, Signal signal) {
        return signal == Signal.TEMPERATURE ? forecast.limitC() : null;
    }

    private static @Nullable Double actual(HourlyFeatures hour, Signal signal) {
        return SignalInfo.of(signal).map(info -> info.measuredIn(hour)).orElse(null);
    }

    private ApiResponse decisions(ApiRequest call) {
        var visible = Visibility.decisions(call.caller());
        return ApiResponse.ok(new GrafanaRows.Decisions(model.decisions(Optional.empty(), visible, rows(call)).stream()
                .map(kept -> DecisionView.of(kept.decision()))
                .map(GrafanaRows.Decision::of)
                .toList()));
    }

    private ApiResponse annotations(ApiRequest call) {
        return ApiResponse.ok(
                new GrafanaRows.Annotations(model.advisories(visibility.advisories(call.caller()), rows(call)).stream()
                        .map(AdvisoryView::of)
                        .map(GrafanaRows.Annotation::of)
                        .toList()));
    }

    private static int rows(ApiRequest call) {
        return call.integer("limit", ROWS, 1, MOST);
    }
}
