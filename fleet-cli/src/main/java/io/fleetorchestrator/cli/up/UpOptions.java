package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.connection.TopicPrefix;
import io.fleetorchestrator.producer.ProducerSettings;
import io.fleetorchestrator.producer.TelemetryProducer;
import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.runtime.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code fleet up}. */
final class UpOptions {

    /** Twice the default of the producer, so that some workloads are blocked. */
    private static final String OFFERED_SHARE = "0.3";

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Keep all data in this directory and continue from it. Default: a temporary directory")
    Optional<Path> dataDir = Optional.empty();

    @Option(
            names = "--history",
            defaultValue = "60d",
            paramLabel = "DURATION",
            description = "History to publish before live telemetry. Default: ${DEFAULT-VALUE}")
    Duration history = Duration.ZERO;

    @Option(
            names = "--lapse",
            defaultValue = "24h",
            paramLabel = "DURATION",
            description = "The part of the history to play as a time lapse. Default: ${DEFAULT-VALUE}")
    Duration lapse = Duration.ZERO;

    @Option(
            names = "--speed",
            defaultValue = "1200",
            paramLabel = "N",
            description = "Speed of the time lapse, as a multiple of real time. Default: ${DEFAULT-VALUE}")
    double speed;

    @Option(
            names = "--regions",
            paramLabel = "N",
            description = "Number of generated regions to use instead of the three built-in ones.")
    Optional<Integer> regions = Optional.empty();

    @Option(names = "--fleets", paramLabel = "N", description = "Number of fleets to spread generated regions over.")
    Optional<Integer> fleets = Optional.empty();

    @Option(
            names = "--seed",
            defaultValue = "42",
            paramLabel = "N",
            description = "Random seed; the same seed gives the same data. Default: ${DEFAULT-VALUE}")
    long seed;

    @Option(
            names = "--rate",
            defaultValue = "12",
            paramLabel = "N",
            description = "Workload requests per hour and fleet. Default: ${DEFAULT-VALUE}")
    double rate;

    @Option(
            names = "--season",
            defaultValue = "0.2",
            paramLabel = "N",
            description = {
                "Fixed season of the simulation: -1 is midwinter, 1 is midsummer.",
                "Default: ${DEFAULT-VALUE}, at which the hottest region exceeds its limit only by day"
            })
    double season;

    @Option(
            names = "--kafka-port",
            defaultValue = "0",
            paramLabel = "PORT",
            description = "Port of the broker. Default: a free one")
    int kafkaPort;

    @Option(
            names = "--registry-port",
            defaultValue = "0",
            paramLabel = "PORT",
            description = "Port of the schema registry. Default: a free one")
    int registryPort;

    @Option(
            names = "--http-port",
            defaultValue = "8090",
            paramLabel = "PORT",
            description = "Port of the web page and the API. Default: ${DEFAULT-VALUE}")
    int httpPort;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Name of this fleet, for --context of other commands. Default: 'up', or "
                    + "'up-PORT' with another --http-port than 8090")
    Optional<String> name = Optional.empty();

    @Mixin
    TopicPrefix topicPrefix = new TopicPrefix();

    @Mixin
    ExistingCluster existing = new ExistingCluster();

    /** The fleets that the producer will simulate; flags that it cannot use are rejected here. */
    List<FleetModel> simulatedFleets() {
        return TelemetryProducer.fleets(Settings.parse(ProducerSettings.class, producerFlags(), Map.of())
                .value());
    }

    String prefix() {
        return topicPrefix.resolve(System.getenv());
    }

    /** The flags of the producer. */
    String[] producerFlags() {
        var flags = new ArrayList<>(List.of(
                "--seed", Long.toString(seed),
                "--backfill", history.toString(),
                "--catch-up", lapse.toString(),
                "--speed", Double.toString(speed),
                "--season", Double.toString(season),
                "--workloads", "true",
                "--offered-share", OFFERED_SHARE,
                "--rate", Double.toString(rate)));
        regions.ifPresent(count -> flags.addAll(List.of("--regions", Integer.toString(count))));
        fleets.ifPresent(count -> flags.addAll(List.of("--fleets", Integer.toString(count))));
        return flags.toArray(String[]::new);
    }
}
