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

/** The command center's meters. Routes are labels as they are written in the API's document, never as they are called. */
public final class CenterMetrics {

    private final MeterRegistry meters;
    private final Counter skipped;

    public CenterMetrics(MeterRegistry meters) {
        this.meters = meters;
        this.skipped = Counter.builder("fleet.center.skipped")
                .description("Records that could not be read or used, and were skipped")
                .register(meters);
    }

    /** Counts a record that was skipped. */
    public void skipped() {
        skipped.increment();
    }

    /** Counts one answer and the time it took. */
    public void answered(String route, String method, int status, Duration took) {
        Timer.builder("fleet.center.requests")
                .description("Time to answer, by route and status; streams of events are not among them")
                .tags("route", route, "method", method, "status", Integer.toString(status))
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .register(meters)
                .record(took);
    }

    /** Shows how many listen to events. */
    public void watch(EventStream events) {
        Gauge.builder("fleet.center.listeners", events, EventStream::subscribers)
                .description("Who listens to events now")
                .register(meters);
    }

    /** Shows how many connections are open. */
    public void watchConnections(IntSupplier connections) {
        Gauge.builder("fleet.center.connections", connections, IntSupplier::getAsInt)
                .strongReference(true)
                .description("HTTP connections that are open now, with a request or without")
                .register(meters);
    }

    /** Shows how far the feed is behind the topics. */
    public void watch(TopicFeed feed) {
        Gauge.builder("fleet.center.lag", feed, TopicFeed::lag)
                .description("Records that are on the topics and not yet in the read model")
                .register(meters);
    }

    /** Shows how much is kept. */
    public void watch(ReadModel model) {
        kept(model, "regions", Size::regions);
        kept(model, "hours", Size::hours);
        kept(model, "forecasts", Size::forecasts);
        kept(model, "decisions", Size::decisions);
        kept(model, "advisories", Size::advisories);
    }

    private void kept(ReadModel model, String what, ToDoubleFunction<Size> count) {
        Gauge.builder("fleet.center.kept", model, kept -> count.applyAsDouble(kept.size()))
                .description("What the read model keeps, in entries")
                .tag("what", what)
                .register(meters);
    }
}
