package io.fleetorchestrator.center.api;

import io.fleetorchestrator.center.http.ApiRequest;
import io.fleetorchestrator.center.http.ApiResponse;
import io.fleetorchestrator.center.http.ProblemException;
import io.fleetorchestrator.center.http.Route;
import io.fleetorchestrator.center.readmodel.ReadModel;
import io.fleetorchestrator.center.view.WhatIfView;
import io.fleetorchestrator.core.ledger.ActivePlacements;
import io.fleetorchestrator.core.ledger.Ledger;
import io.fleetorchestrator.core.outlook.HourlyForecast;
import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.outlook.RegionTerms;
import io.fleetorchestrator.core.whatif.WhatIf;
import java.util.List;

/** What-if analyses. */
final class WhatIfRoutes {

    private final ReadModel model;

    WhatIfRoutes(ReadModel model) {
        this.model = model;
    }

    List<Route> routes() {
        return List.of(Route.post(
                "/api/v1/what-if",
                "Decisions",
                "What moving load between two regions would change over the horizon",
                WhatIfBody.class,
                WhatIfView.class,
                this::shift));
    }

    private ApiResponse shift(ApiRequest call) {
        var asked = call.body(WhatIfBody.class);
        var ledger = ActivePlacements.of(model.placed()).ledger();
        return ApiResponse.ok(WhatIfView.of(WhatIf.shift(
                outlook("from", asked.from(), ledger), outlook("to", asked.to(), ledger), asked.percent())));
    }

    private RegionOutlook outlook(String field, String region, Ledger ledger) {
        var profile = model.region(region)
                .orElseThrow(() -> ProblemException.wrong(field, region, "is not a region of any fleet"));
        var forecast = model.newestForecast(region)
                .orElseThrow(() -> ProblemException.wrong(field, region, "has no forecast yet"));
        return new RegionOutlook(RegionTerms.of(profile), HourlyForecast.of(forecast), ledger);
    }
}
