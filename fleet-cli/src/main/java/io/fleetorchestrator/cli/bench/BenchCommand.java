package io.fleetorchestrator.cli.bench;

import picocli.CommandLine.Command;

/** {@code fleet bench}. */
@Command(
        name = "bench",
        description = "Measures throughput and latency beside the ceiling of the machine, on a Kafka of its own.",
        synopsisSubcommandLabel = "BENCH",
        subcommands = {IngestCommand.class, ForecastBenchCommand.class, DecisionsCommand.class, RecoveryCommand.class})
public final class BenchCommand {}
