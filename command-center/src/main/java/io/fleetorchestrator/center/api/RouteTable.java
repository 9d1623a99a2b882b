package io.fleetorchestrator.center.api;

import static io.fleetorchestrator.center.http.Param.header;
import static io.fleetorchestrator.center.http.Param.query;

import io.fleetorchestrator.center.http.ApiRequest;
import io.fleetorchestrator.center.http.ApiResponse;
import io.fleetorchestrator.center.http.Param.Kind;
import io.fleetorchestrator.center.http.Route;
import io.fleetorchestrator.center.readmodel.ReadModel;
import io.fleetorchestrator.center.view.SessionView;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** All routes of the API. */
public final class RouteTable {

    private RouteTable() {}

    public static List<Route> of(ReadModel model, Visibility visibility, DecisionService decisions, Clock clock) {
        return Stream.of(
                        new RegionRoutes(model, clock).routes(),
                        new DecisionRoutes(model, visibility).routes(),
                        new WorkloadRoutes(model, decisions, clock).routes(),
                        new WhatIfRoutes(model).routes(),
                        new GrafanaRoutes(model, visibility).routes(),
                        List.of(session(), events()))
                .flatMap(List::stream)
                .toList();
    }

    private static Route session() {
        return Route.get("/api/v1/session", "Session", "Current caller", SessionView.class, RouteTable::session);
    }

    private static ApiResponse session(ApiRequest call) {
        var caller = call.caller();
        return ApiResponse.ok(
                new SessionView(caller.name(), caller.role(), caller.tenant().orElse(null)));
    }

    private static Route events() {
        return Route.events(
                        "/api/v1/events",
                        "Events",
                        "Decisions, forecasts and advisories as they happen, as server-sent events")
                .with(
                        query("types", Kind.TEXT, "Only these types, comma-separated: decision, forecast, advisory"),
                        query(
                                "lastEventId",
                                Kind.TEXT,
                                "The same as the header Last-Event-ID, for clients that cannot set it"),
                        header("Last-Event-ID", "The last event received: the events after it are sent first"));
    }
}
