package io.fleetorchestrator.forecaster.backtest;

import io.fleetorchestrator.core.replay.BadRowException;
import io.fleetorchestrator.core.scoring.ErrorStats;
import io.fleetorchestrator.core.scoring.EvaluationMetrics;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.runtime.settings.SettingsDocs;
import io.fleetorchestrator.runtime.settings.SettingsException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code fleet backtest}: figures go to standard output, progress and errors to standard error. */
public final class BacktestMain {

    private static final String CSV = "--csv";
    private static final int USAGE = 2;
    private static final int FAILED = 1;

    private final PrintStream out;
    private final PrintStream err;

    public BacktestMain(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new BacktestMain(System.out, System.err).run(args, System.getenv()));
    }

    /** Runs the backtest with these flags, and returns the exit code. */
    public int run(String[] args, Map<String, String> env) {
        if (Settings.asksForHelp(args)) {
            out.print(SettingsDocs.help("fleet backtest", BacktestSettings.class));
            return 0;
        }
        try {
            var loaded = Settings.parse(BacktestSettings.class, withOneCsvFlag(args), env);
            if (loaded.printConfig()) {
                out.println(loaded.describe());
            } else {
                run(loaded.value());
            }
            return 0;
        } catch (SettingsException e) {
            err.println(e.getMessage());
            return USAGE;
        } catch (NoSuchFileException e) {
            err.println("backtest: there is no file '" + e.getFile() + "'");
            return FAILED;
        } catch (IllegalArgumentException | BadRowException | IOException e) {
            err.println("backtest: " + e.getMessage());
            return FAILED;
        }
    }

    /** Joins several --csv flags into one, because all other flags may be given only once. */
    private static String[] withOneCsvFlag(String[] args) {
        var files = new ArrayList<String>();
        var others = new ArrayList<String>();
        for (int i = 0; i < args.length; i++) {
            boolean apart = args[i].equals(CSV) && i + 1 < args.length;
            if (apart) {
                files.add(args[++i]);
            } else if (args[i].startsWith(CSV + "=")) {
                files.add(args[i].substring(CSV.length() + 1));
            } else {
                others.add(args[i]);
            }
        }
        if (!files.isEmpty()) {
            others.add(CSV + "=" + String.join(",", files));
        }
        return others.toArray(String[]::new);
    }

    private void run(BacktestSettings settings) throws IOException {
        long start = System.nanoTime();
        var regions = new Backtest(settings, Recordings.read(settings.csv()), err::println).run();
        double seconds = (System.nanoTime() - start) / 1e9;
        var result = new BacktestResult(sum(settings, regions), regions, seconds);
        if (settings.report().isPresent()) {
            Files.writeString(settings.report().get(), new BacktestReport(settings, result).html());
            err.println("report: " + settings.report().get());
        }
        print(settings, result);
    }

    private static EvaluationMetrics sum(BacktestSettings settings, List<RegionResult> regions) {
        var sum = new EvaluationMetrics(settings.horizon(), 0, settings.limit(), settings.confidence());
        regions.forEach(region -> sum.add(region.figures()));
        return sum;
    }

    private void print(BacktestSettings settings, BacktestResult result) {
        if (settings.json()) {
            out.println(BacktestJson.of(result));
            return;
        }
        out.printf(
                "%-16s %9s %8s %8s %8s %9s %9s %8s %8s%n",
                "region", "rows", "MAE", "naive", "persist", "coverage", "one-sided", "width", "Winkler");
        result.regions()
                .forEach(region -> print(region.region(), region.figures().total()));
        print("all", result.figures().total());
    }

    private void print(String name, ErrorStats stats) {
        out.printf(
                Locale.ROOT,
                "%-16s %9d %8.3f %8.3f %8.3f %9.4f %9.4f %8.2f %8.2f%n",
                name,
                stats.rows(),
                stats.mae(),
                stats.maeSeasonalNaive(),
                stats.maePersistence(),
                stats.coverage(),
                stats.coverageUpper(),
                stats.meanWidth(),
                stats.winkler());
    }
}
