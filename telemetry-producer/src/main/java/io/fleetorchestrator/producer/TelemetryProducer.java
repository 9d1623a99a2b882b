package io.fleetorchestrator.producer;

import io.fleetorchestrator.producer.publishing.Profiles;
import io.fleetorchestrator.producer.publishing.RecordPublisher;
import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.producer.regions.GeneratedFleets;
import io.fleetorchestrator.producer.regions.RegionModel;
import io.fleetorchestrator.producer.regions.RegionsFile;
import io.fleetorchestrator.runtime.logging.Terminal;
import io.fleetorchestrator.runtime.service.RunningService;
import io.fleetorchestrator.runtime.service.Service;
import io.fleetorchestrator.runtime.service.ServiceContext;
import io.fleetorchestrator.runtime.service.ServiceMain;
import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.settings.SettingsException;
import io.fleetorchestrator.runtime.startup.StartChecks;
import io.fleetorchestrator.runtime.startup.TopicNeeds;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The telemetry producer as a service. */
public final class TelemetryProducer implements Service<ProducerSettings> {

    private static final Logger LOG = LoggerFactory.getLogger(TelemetryProducer.class);

    private final Clock clock;
    private final ProducerListener listener;

    /** A producer that reports its progress to the listener. */
    public TelemetryProducer(Clock clock, ProducerListener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    public static void main(String[] args) {
        var clock = Clock.systemUTC();
        var lines = Terminal.isThere()
                ? ProgressLines.bar(clock, System.err::print, LOG::info)
                : ProgressLines.log(clock, LOG::info);
        ServiceMain.run(new TelemetryProducer(clock, lines), args);
    }

    /** The fleets that the settings describe. */
    public static List<FleetModel> fleets(ProducerSettings settings) {
        var described = settings.regionsFile().map(RegionsFile::read).orElseGet(RegionsFile::shipped);
        var archetypes =
                described.stream().flatMap(fleet -> fleet.regions().stream()).toList();
        var played = settings.regions()
                .map(count -> GeneratedFleets.of(settings.seed(), count, settings.fleets(), archetypes))
                .orElse(described);
        return settings.season()
                .map(season ->
                        played.stream().map(fleet -> fleet.frozenAt(season)).toList())
                .orElse(played);
    }

    @Override
    public String name() {
        return "producer";
    }

    @Override
    public String command() {
        return "produce";
    }

    @Override
    public Class<ProducerSettings> settingsType() {
        return ProducerSettings.class;
    }

    @Override
    public ServiceSettings common(ProducerSettings settings) {
        return settings.service();
    }

    @Override
    public TopicNeeds topics(ProducerSettings settings) {
        var needs = TopicNeeds.reading(Topics.TELEMETRY_READINGS, Topics.FLEET_PROFILES, Topics.WORKLOAD_DECISIONS);
        return settings.workloads()
                ? needs.writing(Topics.TELEMETRY_READINGS, Topics.FLEET_PROFILES, Topics.WORKLOAD_REQUESTS)
                : needs.writing(Topics.TELEMETRY_READINGS, Topics.FLEET_PROFILES);
    }

    @Override
    public void check(ProducerSettings settings) {
        settings.replay().forEach(file -> requireFile("replay", file));
        settings.trace().ifPresent(file -> requireFile("trace", file));
        settings.regionsFile().ifPresent(file -> requireFile("regions-file", file));
    }

    private static void requireFile(String setting, Path file) {
        if (!Files.isReadable(file)) {
            throw new SettingsException(setting + ": there is no file '" + file + "' that can be read");
        }
    }

    @Override
    public RunningService start(ProducerSettings settings, ServiceContext context) throws InterruptedException {
        var fleets = fleets(settings);
        var gate = context.health().gate("telemetry");
        var connection = context.connection();
        new StartChecks(connection, settings.startTimeout(), gate).run(topics(settings));
        var serdes = AvroSerdes.from(connection.registry());
        var publisher = new RecordPublisher(connection, serdes, context.meters());
        try {
            Profiles.publish(fleets, connection, serdes, publisher, clock.instant());
            var metrics = new ProducerMetrics(context.meters(), regions(fleets));
            gate.waitFor("resume points being read");
            return new PlaybackFactory(settings, connection, fleets, clock, metrics)
                    .start(serdes, publisher, listener, gate);
        } catch (InterruptedException | RuntimeException e) {
            publisher.close(Duration.ZERO);
            serdes.close();
            throw e;
        }
    }

    private static List<String> regions(List<FleetModel> fleets) {
        return fleets.stream()
                .flatMap(fleet -> fleet.regions().stream())
                .map(RegionModel::region)
                .toList();
    }
}
