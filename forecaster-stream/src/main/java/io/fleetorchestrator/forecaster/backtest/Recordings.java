package io.fleetorchestrator.forecaster.backtest;

import io.fleetorchestrator.core.hours.HourlyAccumulator;
import io.fleetorchestrator.core.replay.ReadingCsv;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.forecaster.training.RegionSeries;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Reads files of readings into hourly series, one for each region. Hours are closed as in the service. */
final class Recordings {

    private final Map<String, TreeMap<Long, HourlyAccumulator>> hours = new LinkedHashMap<>();

    private Recordings() {}

    static List<RegionSeries> read(List<String> files) throws IOException {
        var recordings = new Recordings();
        for (String file : files) {
            recordings.read(file);
        }
        return recordings.series();
    }

    private void read(String file) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(open(Path.of(file)), StandardCharsets.UTF_8))) {
            String header = lines.readLine();
            if (header == null) {
                throw new IOException(file + " is empty");
            }
            var csv = ReadingCsv.withHeader(file, header);
            long number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    add(csv.parse(number, line));
                }
            }
        }
    }

    private static InputStream open(Path file) throws IOException {
        var bytes = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }

    private void add(TelemetryReading reading) {
        long hour = EpochHours.floor(reading.getObservedAt());
        var open = hours.computeIfAbsent(reading.getRegion(), region -> new TreeMap<>())
                .computeIfAbsent(hour, HourlyAccumulator::new);
        if (!open.holds(reading)) {
            open.add(reading);
        }
    }

    private List<RegionSeries> series() {
        var series = new ArrayList<RegionSeries>();
        hours.forEach((region, open) -> series.add(series(
                open.values().stream().map(hour -> hour.close(region, "global")).toList())));
        return series;
    }

    private static RegionSeries series(List<HourlyFeatures> closed) {
        var series = RegionSeries.startingWith(closed.get(0));
        closed.forEach(series::add);
        return series;
    }
}
