package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.connection.TopicPrefix;
import io.fleetorchestrator.producer.ProducerSettings;
import io.fleetorchestrator.producer.TelemetryProducer;
import io.fleetorchestrator.producer.regions.RegionModel;
import io.fleetorchestrator.runtime.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code fleet up} can be told. */
final class UpOptions {

    /** Twice what the producer asks for by itself: a fleet that is never short of anything has nothing to show. */
    private static final String OFFERED_SHARE = "0.3";

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Keep all data here and continue from it. Default: start fresh, and clean up at the end")
    Optional<Path> dataDir = Optional.empty();

    @Option(
            names = "--history",
            defaultValue = "P60D",
            paramLabel = "PERIOD",
            description = "Telemetry to start with. Default: ${DEFAULT-VALUE}")
    Duration history = Duration.ZERO;

    @Option(
            names = "--lapse",
            defaultValue = "PT24H",
            paramLabel = "PERIOD",
            description = "The end of the history that is shown as a time lapse. Default: ${DEFAULT-VALUE}")
    Duration lapse = Duration.ZERO;

    @Option(
            names = "--speed",
            defaultValue = "1200",
            paramLabel = "N",
            description = "How many times faster than real time the lapse runs. Default: ${DEFAULT-VALUE}")
    double speed;

    @Option(
            names = "--regions",
            paramLabel = "N",
            description = "Generated regions instead of the three that are built in.")
    Optional<Integer> regions = Optional.empty();

    @Option(names = "--fleets", paramLabel = "N", description = "Fleets that generated regions are spread over.")
    Optional<Integer> fleets = Optional.empty();

    @Option(
            names = "--seed",
            defaultValue = "42",
            paramLabel = "N",
            description = "The same seed gives the same weather. Default: ${DEFAULT-VALUE}")
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
                "Time of the year in the made-up world, all year: -1 midwinter, 1 midsummer.",
                "Default: ${DEFAULT-VALUE}, in which the hottest region is too hot by day and not by night"
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
            description = "Port of the page and the API. Default: ${DEFAULT-VALUE}")
    int httpPort;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "By which commands choose this fleet when several run (--context NAME). Default: 'up', or "
                    + "'up-PORT' on another --http-port than 8090")
    Optional<String> name = Optional.empty();

    @Mixin
    TopicPrefix topicPrefix = new TopicPrefix();

    @Mixin
    ExistingCluster existing = new ExistingCluster();

    /** The regions that the producer will publish readings of; flags that it cannot use are refused here. */
    Set<String> regionsOfProducer() {
        var settings = Settings.parse(ProducerSettings.class, producerFlags(), Map.of());
        return TelemetryProducer.fleets(settings.value()).stream()
                .flatMap(fleet -> fleet.regions().stream())
                .map(RegionModel::region)
                .collect(Collectors.toSet());
    }

    /** What of this the producer is told. */
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
