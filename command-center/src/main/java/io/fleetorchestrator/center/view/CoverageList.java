package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.http.Field;
import java.util.List;

/** Coverage by region and signal, and the models in use. */
public record CoverageList(
        @Field(doc = "The promised confidence") double confidence, List<CoverageView> items, List<ModelView> models) {}
