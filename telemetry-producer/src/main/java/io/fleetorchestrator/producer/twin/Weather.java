package io.fleetorchestrator.producer.twin;

import io.fleetorchestrator.producer.random.SeededRandom;
import io.fleetorchestrator.producer.regions.Climate;

/** The weather of one region, hour by hour. Not thread-safe. */
final class Weather {

    /** The variation of the daily amplitude between clear and overcast weather, which lasts about two days. */
    private static final double CLARITY_SPREAD = 0.2;

    private static final double CLARITY_PERSISTENCE = 0.98;

    /** The air of the Earth has been measured between −89 and 57 °C; readings are accepted between −60 and 70. */
    private static final double COLDEST_C = -55;

    private static final double HOTTEST_C = 58;

    /** Air that warms by a degree without new moisture loses about 2 points of relative humidity. */
    private static final double HUMIDITY_PER_DEGREE = 2;

    private static final double HUMIDITY_NOISE_PCT = 8;
    private static final double DRIEST_PCT = 3;

    /** A lull leaves a fifth of the wind; masts are built for a hurricane. */
    private static final double LULL_DEPTH = 0.8;

    private static final double STRONGEST_MPS = 40;

    private final Climate climate;
    private final SolarTime sun;
    private final PersistentNoise synoptic;
    private final PersistentNoise clarity;
    private final PersistentNoise gusts;
    private final PersistentNoise moisture;
    private final Episodes heatWaves;
    private final Episodes lulls;

    Weather(Climate climate, SolarTime sun, SeededRandom random) {
        this.climate = climate;
        this.sun = sun;
        this.synoptic = new PersistentNoise(random.about("synoptic"), climate.hourlyPersistence());
        this.clarity = new PersistentNoise(random.about("clarity"), CLARITY_PERSISTENCE);
        this.gusts = new PersistentNoise(random.about("wind"), 0.96);
        this.moisture = new PersistentNoise(random.about("moisture"), 0.95);
        this.heatWaves = new Episodes(random.about("heat waves"), climate.heatWavesPerYear());
        this.lulls = new Episodes(random.about("lulls"), climate.lullsPerYear());
    }

    double outsideC(long hour) {
        double season = climate.meanC() + climate.seasonalC() * sun.warmthOfYear(hour);
        return Math.min(HOTTEST_C, Math.max(COLDEST_C, season + departureC(hour)));
    }

    double humidityPct(long hour) {
        double pct =
                climate.humidityPct() - HUMIDITY_PER_DEGREE * departureC(hour) + HUMIDITY_NOISE_PCT * moisture.at(hour);
        return Math.min(100, Math.max(DRIEST_PCT, pct));
    }

    double windMps(long hour) {
        double spread = climate.windSpread();
        // Minus half the variance, so that the lognormal has the wanted mean.
        double relative = StrictMath.exp(spread * gusts.at(hour) - spread * spread / 2);
        return Math.min(STRONGEST_MPS, climate.windMps() * relative * (1 - LULL_DEPTH * lulls.strengthAt(hour)));
    }

    /** The deviation of the hour from the mean day of its season. */
    private double departureC(long hour) {
        double amplitude = climate.diurnalC() * (1 + CLARITY_SPREAD * clarity.at(hour));
        return amplitude * sun.warmthOfDay(hour)
                + climate.synopticC() * synoptic.at(hour)
                + climate.heatWaveC() * heatWaves.strengthAt(hour);
    }
}
