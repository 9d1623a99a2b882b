package io.fleetorchestrator.runtime.contract;

import io.fleetorchestrator.runtime.service.StreamsService;
import io.fleetorchestrator.runtime.service.TopologyContext;
import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.startup.TopicNeeds;
import io.fleetorchestrator.runtime.streams.StreamsSettings;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.topics.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** The least a service can do: one advisory per reading, so that reading and writing both need the registry. */
final class EchoService implements StreamsService<EchoService.EchoSettings> {

    record EchoSettings(ServiceSettings service, StreamsSettings streams) {}

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public Class<EchoSettings> settingsType() {
        return EchoSettings.class;
    }

    @Override
    public ServiceSettings common(EchoSettings settings) {
        return settings.service();
    }

    @Override
    public StreamsSettings streams(EchoSettings settings) {
        return settings.streams();
    }

    @Override
    public TopicNeeds topics(EchoSettings settings) {
        return TopicNeeds.of(Topics.TELEMETRY_READINGS, Topics.FLEET_ADVISORIES, Topics.DEAD_LETTER);
    }

    @Override
    public void build(StreamsBuilder builder, EchoSettings settings, TopologyContext context) {
        var prefix = context.topicPrefix();
        builder.stream(
                        Topics.TELEMETRY_READINGS.name(prefix),
                        Consumed.with(Serdes.String(), context.serdes().valueSerde(Topics.TELEMETRY_READINGS))
                                .withName("readings"))
                .mapValues(EchoService::echo, Named.as("echoes"))
                .to(
                        Topics.FLEET_ADVISORIES.name(prefix),
                        Produced.with(Serdes.String(), context.serdes().valueSerde(Topics.FLEET_ADVISORIES))
                                .withName("advisories"));
    }

    private static Advisory echo(TelemetryReading reading) {
        return Advisory.newBuilder()
                .setFleet(reading.getFleet())
                .setRaisedAt(reading.getObservedAt())
                .build();
    }
}
