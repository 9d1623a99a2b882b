package io.fleetorchestrator.producer.twin;

import io.fleetorchestrator.producer.random.SeededRandom;
import io.fleetorchestrator.producer.regions.Grid;
import io.fleetorchestrator.producer.regions.Load;
import io.fleetorchestrator.producer.regions.RegionModel;

/**
 * The weather, load and grid of a region at one instant.
 *
 * @param outsideC temperature outside, degrees Celsius
 * @param humidityPct relative humidity outside, percent
 * @param windMps wind speed outside, metres per second
 * @param loadShare inflexible load over capacity
 * @param carbonGPerKwh carbon intensity of the grid
 */
record Conditions(double outsideC, double humidityPct, double windMps, double loadShare, double carbonGPerKwh) {

    /** Interpolates linearly between two full hours. */
    static Conditions between(Conditions from, Conditions to, double share) {
        return new Conditions(
                line(from.outsideC, to.outsideC, share),
                line(from.humidityPct, to.humidityPct, share),
                line(from.windMps, to.windMps, share),
                line(from.loadShare, to.loadShare, share),
                line(from.carbonGPerKwh, to.carbonGPerKwh, share));
    }

    private static double line(double from, double to, double share) {
        return from + share * (to - from);
    }

    /** Computes the conditions of one region at any full hour. Not thread-safe. */
    static final class Source {

        /** Racks are never all idle, and some capacity is always reserved for fail-over. */
        private static final double LEAST_SHARE = 0.1;

        private static final double MOST_SHARE = 0.9;

        /** Wind power rises steeply around the mean wind: 50 % more wind is most of the swing. */
        private static final double WIND_STEEPNESS = 1.5;

        /** The summer sun reduces the carbon intensity more than the winter sun. */
        private static final double SEASON_OF_SUN = 0.3;

        private final Load load;
        private final Grid grid;
        private final double meanWindMps;
        private final SolarTime sun;
        private final Weather weather;
        private final PersistentNoise loadNoise;
        private final PersistentNoise carbonNoise;

        Source(RegionModel model, SeededRandom random) {
            this.load = model.load();
            this.grid = model.grid();
            this.meanWindMps = model.climate().windMps();
            this.sun = new SolarTime(model.latitudeDeg(), model.longitudeDeg());
            this.weather = new Weather(model.climate(), sun, random);
            this.loadNoise = new PersistentNoise(random.about("load"), 0.9);
            this.carbonNoise = new PersistentNoise(random.about("carbon"), 0.95);
        }

        Conditions at(long hour) {
            double wind = weather.windMps(hour);
            return new Conditions(
                    weather.outsideC(hour), weather.humidityPct(hour), wind, loadShare(hour), carbon(hour, wind));
        }

        private double loadShare(long hour) {
            double share = load.meanShare()
                    + load.diurnalShare() * sun.warmthOfDay(hour)
                    - (sun.weekend(hour) ? load.weekendShare() : 0)
                    + load.noiseShare() * loadNoise.at(hour);
            return Math.min(MOST_SHARE, Math.max(LEAST_SHARE, share));
        }

        private double carbon(long hour, double windMps) {
            double season = 1 + SEASON_OF_SUN * sun.warmthOfYear(hour);
            double gale = meanWindMps > 0 ? StrictMath.tanh(WIND_STEEPNESS * (windMps / meanWindMps - 1)) : 0;
            double grams = grid.baseGPerKwh()
                    - grid.solarDipGPerKwh() * season * sun.daylight(hour)
                    - grid.windSwingGPerKwh() * gale
                    + grid.noiseGPerKwh() * carbonNoise.at(hour);
            return Math.min(grid.maxGPerKwh(), Math.max(grid.minGPerKwh(), grams));
        }
    }
}
