package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.core.outlook.Curve;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;

/** The footprint of workloads by the measured values of the hours in which they ran. */
record FootprintTotals(double energyMwh, double carbonKg, double waterL) {

    static final FootprintTotals NONE = new FootprintTotals(0, 0, 0);

    private static final double KWH_PER_MWH = 1000;

    FootprintTotals plus(FootprintTotals other) {
        return new FootprintTotals(energyMwh + other.energyMwh, carbonKg + other.carbonKg, waterL + other.waterL);
    }

    /** The share that this saves, compared with another. */
    static double saved(double with, double without) {
        return without > 0 ? 1 - with / without : 0;
    }

    /** Computes the footprint from the measured hours. */
    static final class Meter {

        private final Regions regions;

        Meter(Regions regions) {
            this.regions = regions;
        }

        FootprintTotals of(Run run, HourTable hours) {
            var sum = NONE;
            for (long hour = run.start(); hour < run.end(); hour++) {
                var happened = hours.find(run.region(), hour);
                if (happened.isPresent()) {
                    sum = sum.plus(of(run, happened.get()));
                }
            }
            return sum;
        }

        private FootprintTotals of(Run run, HourlyFeatures hour) {
            double pue = hour.getPue() == null ? pue(run.region(), hour) : hour.getPue();
            double mwh = run.powerMw() * pue;
            double grams = hour.getCarbonGPerKwh() == null ? 0 : hour.getCarbonGPerKwh();
            double litres = hour.getWaterLPerKwh() == null ? 0 : hour.getWaterLPerKwh();
            return new FootprintTotals(mwh, mwh * grams, mwh * KWH_PER_MWH * litres);
        }

        private double pue(String region, HourlyFeatures hour) {
            var temperature = hour.getTemperatureC();
            return temperature == null
                    ? 1
                    : Curve.through(regions.get(region).pueByTemperature()).at(temperature);
        }
    }
}
