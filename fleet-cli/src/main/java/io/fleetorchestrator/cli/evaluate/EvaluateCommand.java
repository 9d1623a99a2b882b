package io.fleetorchestrator.cli.evaluate;

import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.cli.console.Output;
import io.fleetorchestrator.evaluation.Season;
import io.fleetorchestrator.evaluation.SeasonPlan;
import io.fleetorchestrator.evaluation.SeasonResult;
import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.producer.regions.RegionsFile;
import io.fleetorchestrator.runtime.logging.Logging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet evaluate}. */
@Command(
        name = "evaluate",
        description = {
            "Simulates a season end to end and checks it against the guarantees.",
            "Placed work heats its regions. The result is compared with a baseline that runs the same work immediately in"
                    + " its home region."
        },
        footer = {
            "",
            "Exit code 1 if a guarantee was broken: more than 5 %% of approved hours above the limit, an hour "
                    + "over capacity, or no saving of carbon or of water."
        })
public final class EvaluateCommand implements Callable<Integer> {

    @Option(
            names = "--season",
            defaultValue = "90d",
            paramLabel = "DURATION",
            description = "Length of the season. Default: ${DEFAULT-VALUE}")
    Duration season = Duration.ZERO;

    @Option(
            names = "--from",
            defaultValue = "2025-06-01T00:00:00Z",
            paramLabel = "INSTANT",
            description = "Start of the requests; in summer, limits are near. Default: ${DEFAULT-VALUE}")
    Instant from = Instant.EPOCH;

    @Option(
            names = "--history",
            defaultValue = "60d",
            paramLabel = "DURATION",
            description = "Telemetry before --from, to train on. Default: ${DEFAULT-VALUE}")
    Duration history = Duration.ZERO;

    @Option(
            names = "--seed",
            split = ",",
            defaultValue = "42",
            paramLabel = "N",
            description = "Random seeds, one season for each. Default: ${DEFAULT-VALUE}")
    List<Long> seeds = List.of();

    @Option(
            names = "--retrain-every",
            defaultValue = "7d",
            paramLabel = "DURATION",
            description = "Time between two trainings of the models, 0s for none. Default: ${DEFAULT-VALUE}")
    Duration retrainEvery = Duration.ZERO;

    @Option(
            names = "--rate",
            defaultValue = "12",
            paramLabel = "N",
            description = "Requests per hour. Default: ${DEFAULT-VALUE}")
    double rate;

    @Option(
            names = "--offered-share",
            defaultValue = "0.15",
            paramLabel = "SHARE",
            description = "Share of the fleet's capacity that all requests together need. Default: ${DEFAULT-VALUE}")
    double offeredShare;

    @Option(
            names = "--replay",
            split = ",",
            paramLabel = "FILE",
            description =
                    "Recorded telemetry (CSV, .gz too) instead of simulated telemetry, one file or one per region;"
                            + " the season then starts with its first row.")
    List<Path> replay = List.of();

    @Option(
            names = "--regions-file",
            paramLabel = "FILE",
            description = "Fleet and regions to simulate. Default: the built-in fleet")
    Optional<Path> regionsFile = Optional.empty();

    @Option(names = "--report", paramLabel = "FILE", description = "Write an HTML report.")
    Optional<Path> report = Optional.empty();

    @Mixin
    Output output = new Output();

    @Override
    public Integer call() throws IOException {
        Logging.silence();
        boolean kept = true;
        for (long seed : seeds) {
            var result = simulate(seed);
            output.print(result.json().toString(), result.text());
            if (report.isPresent()) {
                Files.writeString(report.get(), result.html());
                output.progress("report: " + report.get());
            }
            kept &= result.kept();
        }
        return kept ? ExitCode.OK : ExitCode.FAILED;
    }

    private SeasonResult simulate(long seed) {
        var plan = new SeasonPlan(seed, from, history, season, retrainEvery, rate, offeredShare);
        return replay.isEmpty()
                ? Season.ofTwin(plan, fleet(), output::progress)
                : Season.ofRecording(plan, fleet(), replay, output::progress);
    }

    private FleetModel fleet() {
        return regionsFile
                .map(RegionsFile::read)
                .orElseGet(RegionsFile::shipped)
                .get(0);
    }
}
