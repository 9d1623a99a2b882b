package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.http.Field;
import java.time.Instant;
import java.util.List;

/** All regions. */
public record RegionList(
        List<RegionView> items,
        @Field(doc = "Current time of the server") Instant now) {}
