package io.fleetorchestrator.cli.bench;

import io.fleetorchestrator.cli.console.CommandGroup;
import picocli.CommandLine.Command;

/** {@code fleet bench}. */
@Command(
        name = "bench",
        description = "Benchmarks against plain Kafka clients on this machine, with a Kafka of its own.",
        synopsisSubcommandLabel = "BENCH",
        subcommands = {
            IngestCommand.class,
            ForecastBenchCommand.class,
            DecisionsCommand.class,
            RecoveryCommand.class,
            StartupCommand.class,
            InnerCommand.class
        })
public final class BenchCommand extends CommandGroup {}
