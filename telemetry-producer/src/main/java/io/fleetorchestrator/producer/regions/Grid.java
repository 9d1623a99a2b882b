package io.fleetorchestrator.producer.regions;

/**
 * The carbon intensity of the grid of a region, grams of CO2 equivalent per kilowatt-hour.
 *
 * @param baseGPerKwh without sun and at mean wind
 * @param solarDipGPerKwh reduction by the noon sun
 * @param windSwingGPerKwh reduction by a storm and increase by a calm
 * @param noiseGPerKwh standard deviation of everything else
 * @param minGPerKwh minimum
 * @param maxGPerKwh maximum
 */
public record Grid(
        double baseGPerKwh,
        double solarDipGPerKwh,
        double windSwingGPerKwh,
        double noiseGPerKwh,
        double minGPerKwh,
        double maxGPerKwh) {

    public Grid {
        Require.within("solarDipGPerKwh", solarDipGPerKwh, 0, 1000);
        Require.within("windSwingGPerKwh", windSwingGPerKwh, 0, 1000);
        Require.within("noiseGPerKwh", noiseGPerKwh, 0, 300);
        Require.within("minGPerKwh", minGPerKwh, 0, 2000);
        Require.within("maxGPerKwh", maxGPerKwh, minGPerKwh, 2000);
        Require.within("baseGPerKwh", baseGPerKwh, minGPerKwh, maxGPerKwh);
    }
}
