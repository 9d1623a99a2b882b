package io.fleetorchestrator.center.metrics;

import io.fleetorchestrator.center.events.EventStream;
import io.fleetorchestrator.center.feed.TopicFeed;
import io.fleetorchestrator.center.readmodel.ReadModel;
import io.fleetorchestrator.center.readmodel.Size;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.function.ToDoubleFunction;

/** Meters of the command center. The label of a route is its template in the OpenAPI document, never the path of a request. */
public final class CenterMetrics {

    private final MeterRegistry meters;
    private final Counter skipped;

    public CenterMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.skipped = Counter.builder("fleet.center.skipped")
                .description("Records that were skipped because they could not be read or used")
                .register(meters);
    }

    /** Counts a record that was skipped. */
    public void skipped() {
        skipped.increment();
    }

    /** Records one response and its duration. */
    public void answered(String route, String method, int status, Duration took) {
        Timer.builder("fleet.center.requests")
                .description("Response time by route and status, without streams of events")
                .tags("route", route, "method", method, "status", Integer.toString(status))
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .register(meters)
                .record(took);
    }

    /** Registers the number of subscribers to events. */
    public void watch(EventStream events) {
        Gauge.builder("fleet.center.listeners", events, EventStream::subscribers)
                .description("Subscribers to the stream of events")
                .register(meters);
    }

    /** Registers the number of open connections. */
    public void watchConnections(IntSupplier connections) {
        Gauge.builder("fleet.center.connections", connections, IntSupplier::getAsInt)
                .strongReference(true)
                .description("Open HTTP connections, with or without a request")
                .register(meters);
    }

    /** Registers the lag of the feed. */
    public void watch(TopicFeed feed) {
        Gauge.builder("fleet.center.lag", feed, TopicFeed::lag)
                .description("Records of the topics that are not in the read model yet")
                .register(meters);
    }

    /** Registers the numbers of entries. */
    public void watch(ReadModel model) {
        kept(model, "regions", Size::regions);
        kept(model, "hours", Size::hours);
        kept(model, "forecasts", Size::forecasts);
        kept(model, "decisions", Size::decisions);
        kept(model, "advisories", Size::advisories);
    }

    private void kept(ReadModel model, String what, ToDoubleFunction<Size> count) {
        Gauge.builder("fleet.center.kept", model, kept -> count.applyAsDouble(kept.size()))
                .description("Entries of the read model")
                .tag("what", what)
                .register(meters);
    }
}
