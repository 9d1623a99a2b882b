package io.fleetorchestrator.runtime.service;

import io.fleetorchestrator.runtime.failure.DeadLetters;
import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.startup.TopicNeeds;
import io.fleetorchestrator.runtime.streams.StreamsSettings;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** The smallest service: it forwards readings, rejects some, fails on others, and makes some three times as large. */
public final class RelayMain implements StreamsService<RelayMain.RelaySettings> {

    /** A topic of the contract, used for other values: test spaces have no other topics. */
    public static final Topic<TelemetryReading> RELAYED = new Topic<>(
            Topics.TELEMETRY_HOURLY.name(),
            TelemetryReading.class,
            Topics.TELEMETRY_HOURLY.partitions(),
            Topic.Cleanup.DELETE,
            Optional.empty(),
            Map.of());

    public static final String REFUSED_REGION = "atlantis";
    public static final String BREAKING_REGION = "bermuda";
    public static final String AMPLIFIED_REGION = "babel";

    /** The settings of a relay. */
    public record RelaySettings(ServiceSettings service, StreamsSettings streams) {}

    enum Refusal {
        UNKNOWN_REGION
    }

    public static void main(String[] args) {
        ServiceMain.run(new RelayMain(), args);
    }

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public Class<RelaySettings> settingsType() {
        return RelaySettings.class;
    }

    @Override
    public ServiceSettings common(RelaySettings settings) {
        return settings.service();
    }

    @Override
    public StreamsSettings streams(RelaySettings settings) {
        return settings.streams();
    }

    @Override
    public TopicNeeds topics(RelaySettings settings) {
        return TopicNeeds.reading(Topics.TELEMETRY_READINGS)
                .writing(RELAYED, Topics.DEAD_LETTER)
                .joining(Topics.TELEMETRY_READINGS, RELAYED);
    }

    @Override
    public void build(StreamsBuilder builder, RelaySettings settings, TopologyContext context) {
        var readings = Consumed.with(AvroSerdes.keySerde(), context.serdes().valueSerde(Topics.TELEMETRY_READINGS))
                .withName("readings");
        var relayed = Produced.with(AvroSerdes.keySerde(), context.serdes().valueSerde(RELAYED))
                .withName("relayed");
        builder.stream(Topics.TELEMETRY_READINGS.name(context.topicPrefix()), readings)
                .mapValues(RelayMain::checked, Named.as("checked"))
                .to(RELAYED.name(context.topicPrefix()), relayed);
    }

    private static TelemetryReading checked(TelemetryReading reading) {
        return switch (reading.getRegion()) {
            case REFUSED_REGION -> throw DeadLetters.reject(Refusal.UNKNOWN_REGION, "no such region");
            case BREAKING_REGION -> throw new KafkaException("broken");
            case AMPLIFIED_REGION ->
                TelemetryReading.newBuilder(reading)
                        .setFleet(reading.getFleet().repeat(3))
                        .build();
            default -> reading;
        };
    }
}
