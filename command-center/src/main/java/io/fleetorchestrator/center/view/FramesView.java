package io.fleetorchestrator.center.view;

import io.fleetorchestrator.center.http.Field;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carbon against water of all regions, hour by hour: measured hours, then forecast ones. */
public record FramesView(List<Frame> frames) {

    /** One hour. */
    public record Frame(Instant hour, boolean forecast, List<Dot> regions) {}

    /** One region in that hour. */
    public record Dot(
            String region,
            @Nullable Double carbonGPerKwh,
            @Nullable Double waterLPerKwh,
            @Nullable Double temperatureC,
            @Field(doc = "Load placed there, megawatts") double placedMw) {}
}
