package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.http.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of decisions, newest first. */
public record DecisionPage(
        List<DecisionView> items,

        @Field(doc = "Cursor of the next page; null on the last page") @Nullable
        String nextCursor) {}
