package io.fleetorchestrator.forecaster.stream;

import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.RegionStep;
import io.fleetorchestrator.core.hours.HourEvent;
import io.fleetorchestrator.core.hours.HourEvent.Closed;
import io.fleetorchestrator.core.hours.HourRules;
import io.fleetorchestrator.core.hours.ReadingRules;
import io.fleetorchestrator.runtime.service.TopologyContext;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/** The topology from readings to forecasts. All steps have the region as key, so there is no repartition. */
public final class ForecasterTopology {

    private final TopologyContext parts;
    private final ReadingRules readingRules;
    private final HourRules hourRules;
    private final ForecastPlan plan;
    private final ForecasterMetrics metrics;
    private final ActiveModels models;

    public ForecasterTopology(
            TopologyContext parts,
            ReadingRules readingRules,
            HourRules hourRules,
            ForecastPlan plan,
            ModelLoader loader) {
        this.parts = parts;
        this.readingRules = readingRules;
        this.hourRules = hourRules;
        this.plan = plan;
        this.metrics = new ForecasterMetrics(parts.meters());
        this.models = new ActiveModels(loader, metrics);
    }

    /** Adds the topology to the builder. */
    public void build(StreamsBuilder builder) {
        publishedModels(builder);
        var events = hourEvents(readings(builder));
        var closedHours = closedHours(events);
        var steps = forecastSteps(closedHours);

        publish(Topics.TELEMETRY_HOURLY, closedHours);
        publish(Topics.FORECAST_INTERVALS, steps.mapValues(RegionStep::forecast, Named.as("intervals")));
        publish(Topics.FORECAST_OUTCOMES, steps.mapValues(RegionStep::outcome, Named.as("outcomes")));
        publish(Topics.FLEET_ADVISORIES, advisories(events, steps));
    }

    private KStream<String, TelemetryReading> readings(StreamsBuilder builder) {
        return builder
                .addStateStore(StoredHours.builder(parts.serdes()))
                .addStateStore(ForecastProcessor.states(plan, parts.serdes()))
                .stream(name(Topics.TELEMETRY_READINGS), consumed(Topics.TELEMETRY_READINGS, "readings"));
    }

    private KStream<String, HourEvent> hourEvents(KStream<String, TelemetryReading> readings) {
        return readings.process(
                () -> new HourProcessor(readingRules, hourRules, metrics), Named.as("hours"), StoredHours.STORE);
    }

    private static KStream<String, HourlyFeatures> closedHours(KStream<String, HourEvent> events) {
        return events.filter((region, event) -> event instanceof Closed, Named.as("closed"))
                .mapValues(event -> ((Closed) event).hour(), Named.as("closed-hours"));
    }

    private KStream<String, RegionStep> forecastSteps(KStream<String, HourlyFeatures> closedHours) {
        return closedHours.process(
                () -> new ForecastProcessor(plan, models, metrics), Named.as("forecasts"), ForecastProcessor.STORE);
    }

    private static KStream<String, Advisory> advisories(
            KStream<String, HourEvent> events, KStream<String, RegionStep> steps) {
        var onTelemetry = events.flatMap(
                (region, event) -> byFleet(event.accept(new TelemetryAdvisories())), Named.as("telemetry-advisories"));
        var onCoverage = steps.flatMap((region, step) -> byFleet(step.advisories()), Named.as("coverage-advisories"));
        return onTelemetry.merge(onCoverage, Named.as("advisories"));
    }

    private static List<KeyValue<String, Advisory>> byFleet(List<Advisory> advisories) {
        return advisories.stream()
                .map(advisory -> KeyValue.pair(advisory.getFleet(), advisory))
                .toList();
    }

    private void publishedModels(StreamsBuilder builder) {
        var topic = Topics.FORECAST_MODELS;
        // Kafka Streams requires a store, which stays empty: the models are in ActiveModels.
        var store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("models"), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled();
        builder.addGlobalStore(
                store, name(topic), consumed(topic, "models-published"), () -> new ModelProcessor(models));
    }

    private <V> void publish(Topic<V> topic, KStream<String, V> values) {
        var serde = parts.serdes().valueSerde(topic);
        values.to(name(topic), Produced.with(AvroSerdes.keySerde(), serde).withName(topic.name()));
    }

    private <V> Consumed<String, V> consumed(Topic<V> topic, String name) {
        return Consumed.with(AvroSerdes.keySerde(), parts.serdes().valueSerde(topic))
                .withName(name);
    }

    private String name(Topic<?> topic) {
        return topic.name(parts.topicPrefix());
    }
}
