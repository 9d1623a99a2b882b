package io.fleetorchestrator.producer.twin;

import io.fleetorchestrator.core.outlook.Curve;
import io.fleetorchestrator.producer.random.SeededRandom;
import io.fleetorchestrator.producer.regions.RegionModel;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * The simulation of one region: its readings at any instant. The same seed, description, instant and placed load give the
 * same reading, in any order of instants; ascending order is fastest. Not thread-safe.
 */
public final class RegionTwin {

    /** A good inlet sensor is within 0.1 °C, a power meter within half a percent. */
    private static final double TEMPERATURE_SENSOR_C = 0.1;

    private static final double METER_SHARE = 0.005;
    private static final long MILLIS_PER_HOUR = TimeUnit.HOURS.toMillis(1);

    private final String fleet;
    private final RegionModel model;
    private final Curve pue;
    private final Curve water;
    private final Conditions.Source conditions;
    private final SeededRandom temperatureSensor;
    private final SeededRandom meter;
    private long hour = Long.MIN_VALUE;
    private Conditions start;
    private Conditions end;

    public RegionTwin(long seed, String fleet, RegionModel model) {
        var random = SeededRandom.of(seed, model.region());
        this.fleet = fleet;
        this.model = model;
        this.pue = Curve.through(model.pueByTemperature());
        this.water = Curve.through(model.waterByTemperature());
        this.conditions = new Conditions.Source(model, random);
        this.temperatureSensor = random.about("temperature sensor");
        this.meter = random.about("meter");
        this.start = conditions.at(0);
        this.end = start;
    }

    /** The properties of the region. */
    public RegionModel model() {
        return model;
    }

    /** The fleet that it belongs to. */
    public String fleet() {
        return fleet;
    }

    /** The reading at an instant, with this much placed load. */
    public TelemetryReading at(Instant instant, double flexibleLoadMw) {
        long millis = instant.toEpochMilli();
        var now = conditionsAt(millis);
        double inletC = inletC(now, flexibleLoadMw);
        var reading = new TelemetryReading();
        reading.setRegion(model.region());
        reading.setFleet(fleet);
        reading.setObservedAt(instant);
        reading.setTemperatureC(rounded(inletC + TEMPERATURE_SENSOR_C * temperatureSensor.normal(millis)));
        reading.setItLoadMw(rounded(now.loadShare() * model.capacityMw() * (1 + METER_SHARE * meter.normal(millis))));
        reading.setFlexibleLoadMw(flexibleLoadMw);
        reading.setCarbonGPerKwh(rounded(now.carbonGPerKwh()));
        reading.setWaterLPerKwh(rounded(water.at(inletC)));
        reading.setPue(rounded(pue.at(inletC)));
        reading.setRelativeHumidityPct(rounded(now.humidityPct()));
        reading.setWindSpeedMps(rounded(now.windMps()));
        return reading;
    }

    /** All load heats; the climate is that at the mean load, so only the difference from it counts. */
    private double inletC(Conditions now, double flexibleLoadMw) {
        double unusual = now.loadShare() - model.load().weeklyMeanShare() + flexibleLoadMw / model.capacityMw();
        return now.outsideC() + model.heatCouplingC() * unusual;
    }

    private Conditions conditionsAt(long millis) {
        long wanted = Math.floorDiv(millis, MILLIS_PER_HOUR);
        if (wanted != hour) {
            start = wanted == hour + 1 ? end : conditions.at(wanted);
            end = conditions.at(wanted + 1);
            hour = wanted;
        }
        return Conditions.between(start, end, Math.floorMod(millis, MILLIS_PER_HOUR) / (double) MILLIS_PER_HOUR);
    }

    /** Sensors report thousandths. */
    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
