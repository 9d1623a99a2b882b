package io.fleetorchestrator.center.api;

import io.fleetorchestrator.center.readmodel.CachedForecast;
import io.fleetorchestrator.center.readmodel.ReadModel;
import io.fleetorchestrator.center.view.FramesView;
import io.fleetorchestrator.center.view.FramesView.Dot;
import io.fleetorchestrator.center.view.FramesView.Frame;
import io.fleetorchestrator.core.ledger.ActivePlacements;
import io.fleetorchestrator.core.ledger.Ledger;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The measured and forecast hours of all regions, in one sequence. */
final class HourlyFrames {

    private final ReadModel model;

    HourlyFrames(ReadModel model) {
        this.model = model;
    }

    FramesView of(int measuredHours) {
        Map<Instant, List<Dot>> measured = new TreeMap<>();
        Map<Instant, List<Dot>> forecast = new TreeMap<>();
        var committed = ActivePlacements.of(model.placed()).ledger();
        var from = newestIssue().minus(Duration.ofHours(measuredHours));
        for (var region : model.regions()) {
            model.hours(region, from, Instant.MAX).forEach(hour -> add(measured, hour.getHourStart(), dot(hour)));
            model.forecastAt(region, Instant.MAX).ifPresent(newest -> forecast(forecast, newest, committed));
        }
        forecast.keySet().removeAll(measured.keySet());
        var frames = new ArrayList<Frame>();
        measured.forEach((hour, dots) -> frames.add(new Frame(hour, false, dots)));
        forecast.forEach((hour, dots) -> frames.add(new Frame(hour, true, dots)));
        frames.sort(Comparator.comparing(Frame::hour));
        return new FramesView(frames);
    }

    private Instant newestIssue() {
        return model.regions().stream()
                .flatMap(region -> model.forecastAt(region, Instant.MAX).stream())
                .map(CachedForecast::issuedAt)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH.plus(Duration.ofDays(365)));
    }

    private static void forecast(Map<Instant, List<Dot>> frames, CachedForecast forecast, Ledger committed) {
        var carbon = forecast.signal(Signal.CARBON).point();
        var water = forecast.signal(Signal.WATER).point();
        var temperature = forecast.signal(Signal.TEMPERATURE).point();
        int hours = Math.min(temperature.size(), Math.min(carbon.size(), water.size()));
        for (int hour = 0; hour < hours; hour++) {
            var start = forecast.startOf(hour);
            var dot = new Dot(
                    forecast.region(),
                    carbon.at(hour),
                    water.at(hour),
                    temperature.at(hour),
                    committed.committedMw(forecast.region(), EpochHours.floor(start)));
            add(frames, start, dot);
        }
    }

    private static Dot dot(HourlyFeatures hour) {
        return new Dot(
                hour.getRegion(),
                hour.getCarbonGPerKwh(),
                hour.getWaterLPerKwh(),
                hour.getTemperatureC(),
                hour.getFlexibleLoadMw());
    }

    private static void add(Map<Instant, List<Dot>> frames, Instant hour, Dot dot) {
        frames.computeIfAbsent(hour, ignored -> new ArrayList<>()).add(dot);
    }
}
