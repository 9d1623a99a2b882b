package io.fleetorchestrator.cli.access;

import io.fleetorchestrator.cli.connection.TopicPrefix;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.cli.console.Output;
import io.fleetorchestrator.schemas.topics.TopicPlan;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fleet topics strimzi}: prints, without a connection to a cluster. */
@Command(name = "strimzi", description = "Prints topics or users as resources of the Strimzi operator.")
public final class StrimziCommand implements Callable<Integer> {

    /** What to print. */
    enum Kind {
        topics,
        users
    }

    @Parameters(paramLabel = "KIND", description = "One of: ${COMPLETION-CANDIDATES}")
    Kind kind = Kind.topics;

    @Option(
            names = "--cluster",
            paramLabel = "NAME",
            defaultValue = "kafka",
            description = "Name of the Kafka resource to attach them to. Default: ${DEFAULT-VALUE}")
    String cluster = "";

    @Mixin
    TopicPrefix topicPrefix = new TopicPrefix();

    @Option(
            names = "--keep-readings",
            paramLabel = "DURATION",
            description = "Retention of readings; for a backfill, its length and a week (67d). Default: 7d")
    Optional<Duration> keepReadings = Optional.empty();

    @Override
    public Integer call() {
        var strimzi = new Strimzi(plan(), cluster);
        new Output()
                .text(
                        switch (kind) {
                            case topics -> strimzi.topics();
                            case users -> strimzi.users();
                        });
        return ExitCode.OK;
    }

    private TopicPlan plan() {
        var plan = TopicPlan.of(topicPrefix.resolve(System.getenv()), 0);
        return keepReadings.map(plan::keepingReadings).orElse(plan);
    }
}
