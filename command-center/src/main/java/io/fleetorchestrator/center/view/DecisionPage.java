package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.http.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some decisions, newest first. */
public record DecisionPage(
        List<DecisionView> items,

        @Field(doc = "Goes on after the last of these; null where there is nothing more") @Nullable
        String nextCursor) {}
