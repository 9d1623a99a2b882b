package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.http.Field;
import java.time.Instant;
import java.util.List;

/** All regions. */
public record RegionList(
        List<RegionView> items,
        @Field(doc = "What time it is here") Instant now) {}
