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
import io.fleetorchestrator.runtime.startup.StartChecks;
import io.fleetorchestrator.runtime.startup.TopicNeeds;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
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

    /** A producer that tells the listener how it gets on. */
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
    public RunningService start(ProducerSettings settings, ServiceContext context) throws InterruptedException {
        var fleets = fleets(settings);
        var gate = context.health().gate("telemetry");
        var connection = context.connection();
        new StartChecks(connection, settings.startTimeout(), gate).run(topics(settings));
        var serdes = AvroSerdes.from(connection.registry());
        var outbox = new RecordPublisher(connection, serdes, context.meters());
        try {
            Profiles.publish(fleets, connection, serdes, outbox, clock.instant());
            var metrics = new ProducerMetrics(context.meters(), regions(fleets));
            gate.waitFor("what has been said before");
            return new PlaybackFactory(settings, connection, fleets, clock, metrics)
                    .start(serdes, outbox, listener, gate);
        } catch (InterruptedException | RuntimeException e) {
            outbox.close(Duration.ZERO);
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
