package io.fleetorchestrator.producer.regions;

/**
 * The weather of a region: a mean year and the deviations from it.
 *
 * @param meanC annual mean temperature, degrees Celsius
 * @param diurnalC amplitude of the day: mean afternoon minus mean of the day
 * @param seasonalC amplitude of the year: mean midsummer day minus annual mean
 * @param synopticC standard deviation of passing weather, degrees Celsius
 * @param hourlyPersistence share of that deviation left after an hour; 0.965 leaves 43 % after a day, as measured weather does
 * @param heatWavesPerYear expected number of heat waves
 * @param heatWaveC how much the peak of a heat wave adds, degrees Celsius
 * @param humidityPct mean relative humidity, percent
 * @param windMps mean wind speed, metres per second
 * @param windSpread standard deviation of the logarithm of the wind speed
 * @param lullsPerYear expected number of spells of days without wind
 */
public record Climate(
        double meanC,
        double diurnalC,
        double seasonalC,
        double synopticC,
        double hourlyPersistence,
        double heatWavesPerYear,
        double heatWaveC,
        double humidityPct,
        double windMps,
        double windSpread,
        double lullsPerYear) {

    public Climate {
        Require.within("meanC", meanC, -40, 45);
        Require.within("diurnalC", diurnalC, 0, 20);
        Require.within("seasonalC", seasonalC, 0, 40);
        Require.within("synopticC", synopticC, 0, 10);
        Require.within("hourlyPersistence", hourlyPersistence, 0, 0.98);
        Require.within("heatWavesPerYear", heatWavesPerYear, 0, 18);
        Require.within("heatWaveC", heatWaveC, 0, 15);
        Require.within("humidityPct", humidityPct, 0, 100);
        Require.within("windMps", windMps, 0, 20);
        Require.within("windSpread", windSpread, 0, 1);
        Require.within("lullsPerYear", lullsPerYear, 0, 18);
    }

    /**
     * The same climate with a fixed season.
     *
     * @param season from -1 for midwinter to 1 for midsummer
     */
    public Climate frozenAt(double season) {
        Require.within("season", season, -1, 1);
        return new Climate(
                meanC + season * seasonalC,
                diurnalC,
                0,
                synopticC,
                hourlyPersistence,
                heatWavesPerYear,
                heatWaveC,
                humidityPct,
                windMps,
                windSpread,
                lullsPerYear);
    }
}
