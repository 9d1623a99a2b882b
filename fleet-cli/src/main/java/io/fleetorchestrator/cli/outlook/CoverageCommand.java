package io.fleetorchestrator.cli.outlook;

import io.fleetorchestrator.cli.connection.ConnectionOptions;
import io.fleetorchestrator.cli.console.ExitCode;
import io.fleetorchestrator.cli.console.Output;
import io.fleetorchestrator.cli.terminal.Table;
import io.fleetorchestrator.schemas.contract.CoverageSummary;
import io.fleetorchestrator.schemas.contract.ForecastOutcome;
import io.fleetorchestrator.schemas.contract.SignalOutcome;
import io.fleetorchestrator.schemas.topics.Topics;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fleet coverage}: how many outcomes were inside the forecast intervals. */
@Command(
        name = "coverage",
        description = "Shows how many outcomes were inside the forecast intervals.",
        footer = {
            "",
            "COVERED: outcomes inside the interval. BOUND: outcomes at or below the upper bound that decides. "
                    + "7 D and WORST: covered in the last and in the worst seven days. WIDTH: mean width of the interval. "
                    + "MAE and NAIVE: mean error of the forecast, and of the same hour yesterday."
        })
public final class CoverageCommand implements Callable<Integer> {

    @Mixin
    Output output = new Output();

    @Mixin
    ConnectionOptions connection = new ConnectionOptions();

    @Override
    public Integer call() {
        var cluster = connection.resolve();
        try (var serdes = cluster.serdes()) {
            var outcomes = new TreeMap<>(cluster.latest(serdes, Topics.FORECAST_OUTCOMES));
            if (outcomes.isEmpty()) {
                output.error(
                        "no forecast has been scored yet",
                        "check that telemetry is published and a forecaster is running");
                return ExitCode.FAILED;
            }
            show(outcomes);
            return ExitCode.OK;
        }
    }

    private void show(Map<String, ForecastOutcome> outcomes) {
        if (output.isJson()) {
            outcomes.values().forEach(outcome -> output.print(outcome, ""));
        } else {
            output.text(table(outcomes).render());
        }
    }

    private static Table table(Map<String, ForecastOutcome> outcomes) {
        var table =
                new Table("REGION", "SIGNAL", "SCORED", "COVERED", "BOUND", "7 D", "WORST", "WIDTH", "MAE", "NAIVE");
        outcomes.forEach((region, outcome) -> outcome.getSignals().forEach(signal -> row(table, region, signal)));
        return table;
    }

    private static void row(Table table, String region, SignalOutcome signal) {
        CoverageSummary summary = signal.getSummary();
        if (summary != null) {
            table.row(
                    region,
                    signal.getSignal().name(),
                    Long.toString(summary.getScored()),
                    percent(summary.getCoverage()),
                    percent(summary.getCoverageUpper()),
                    percent(summary.getCoverage7d()),
                    percent(summary.getCoverageWorst7d()),
                    number(summary.getMeanWidth()),
                    number(summary.getMae()),
                    number(summary.getMaeSeasonalNaive()));
        }
    }

    private static String percent(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
