package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.http.Field;
import java.util.List;

/** Whether the promised confidence was kept, and by which models. */
public record CoverageList(
        @Field(doc = "The confidence that was promised") double confidence,
        List<CoverageView> items,
        List<ModelView> models) {}
