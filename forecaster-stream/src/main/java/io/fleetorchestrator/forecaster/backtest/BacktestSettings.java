package io.fleetorchestrator.forecaster.backtest;

import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.runtime.settings.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of a backtest. */
public record BacktestSettings(
        @Setting(doc = "File of readings, gzipped or not; repeat it for several")
        List<String> csv,

        @Setting(doc = "What is forecast: temperature, it-load, carbon or water", defaultValue = "temperature")
        Measurement signal,

        @Setting(doc = "How many hours ahead", defaultValue = "24")
        int horizon,

        @Setting(doc = "Hours of each region that the first model is fitted to", defaultValue = "2880")
        int trainHours,

        @Setting(doc = "Hours after them that intervals are calibrated on; the rest is the test", defaultValue = "744")
        int calibrateHours,

        @Setting(doc = "How often the model is fitted again to all hours before", defaultValue = "PT720H")
        Duration refitEvery,

        @Setting(doc = "Confidence of the intervals", defaultValue = "0.95")
        double confidence,

        @Setting(doc = "Limit that the one-sided bound is compared with", defaultValue = "35")
        double limit,

        @Setting(doc = "Print one JSON object instead of a table", defaultValue = "false")
        boolean json,

        @Setting(doc = "Write an HTML report to this file") Optional<Path> report) {

    public BacktestSettings {
        csv = List.copyOf(csv);
        if (csv.isEmpty()) {
            throw new IllegalArgumentException("csv: no file is given; add one, such as --csv weather.csv.gz");
        }
        if (!Measurement.forecast().contains(signal)) {
            throw new IllegalArgumentException("signal: " + signal + " is not forecast");
        }
        requireAtLeast(1, "horizon", horizon);
        requireAtLeast(240, "train-hours", trainHours);
        requireAtLeast(0, "calibrate-hours", calibrateHours);
        requireAtLeast(24, "refit-every", refitEvery.toHours());
    }

    private static void requireAtLeast(long least, String name, long value) {
        if (value < least) {
            throw new IllegalArgumentException(name + ": " + value + " is less than " + least + " hours");
        }
    }
}
