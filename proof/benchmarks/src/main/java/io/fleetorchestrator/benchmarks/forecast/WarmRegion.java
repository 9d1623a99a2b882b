package io.fleetorchestrator.benchmarks.forecast;

import io.fleetorchestrator.core.forecast.ForecastModels;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.RegionForecaster;
import io.fleetorchestrator.core.forecast.RegionState;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.producer.regions.RegionsFile;
import io.fleetorchestrator.producer.twin.RegionTwin;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/** A region that has run for two months: its closed hours, its state, and the hour that closes next. */
public final class WarmRegion {

    private static final long SEED = 42;
    private static final long HOURS = 60 * 24;
    private static final long FIRST = EpochHours.floor(Instant.parse("2025-04-01T00:00:00Z"));

    private final RegionTwin twin;
    private final List<HourlyFeatures> past;
    private final RegionState state;

    public WarmRegion(ForecastPlan plan) {
        var fleet = RegionsFile.shipped().get(0);
        this.twin = new RegionTwin(SEED, fleet.fleet(), fleet.regions().get(0));
        this.past = LongStream.range(FIRST, FIRST + HOURS).mapToObj(this::hour).toList();
        this.state = RegionState.empty(plan);
        var forecaster = new RegionForecaster(plan);
        past.forEach(hour -> forecaster.close(state, hour, ForecastModels.untrained()));
    }

    public List<HourlyFeatures> past() {
        return past;
    }

    RegionState state() {
        return state;
    }

    HourlyFeatures next() {
        return hour(FIRST + HOURS);
    }

    private HourlyFeatures hour(long hour) {
        var reading = twin.at(EpochHours.start(hour).plusSeconds(1800), 0);
        return HourlyFeatures.newBuilder()
                .setRegion(reading.getRegion())
                .setFleet(reading.getFleet())
                .setHourStart(EpochHours.start(hour))
                .setReadings(1)
                .setTemperatureC(reading.getTemperatureC())
                .setItLoadMw(reading.getItLoadMw())
                .setCarbonGPerKwh(reading.getCarbonGPerKwh())
                .setWaterLPerKwh(reading.getWaterLPerKwh())
                .setPue(reading.getPue())
                .setRelativeHumidityPct(reading.getRelativeHumidityPct())
                .setWindSpeedMps(reading.getWindSpeedMps())
                .build();
    }
}
