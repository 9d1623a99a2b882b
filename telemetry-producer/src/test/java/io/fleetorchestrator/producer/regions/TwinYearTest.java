package io.fleetorchestrator.producer.regions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.fleetorchestrator.producer.twin.RegionTwin;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One simulated year of each built-in region, hour by hour, against published figures of the places. */
class TwinYearTest {

    private static final long SEED = 42;
    private static final Instant NEW_YEAR = Instant.parse("2025-01-01T00:00:00Z");
    private static final int HOURS = 365 * 24;

    @ParameterizedTest
    @CsvSource({"arizona, 24, 8, 11", "ireland, 10, 4, 5", "wyoming, 8, 7, 12"})
    void hasTheClimateOfThePlace(String region, double mean, double diurnal, double seasonal) {
        var temperature = series(yearOf(region), TelemetryReading::getTemperatureC);

        assertThat(mean(temperature)).isCloseTo(mean, withPercentage(15));
        assertThat(amplitude(temperature, 24)).isCloseTo(diurnal, withPercentage(15));
        assertThat(amplitude(temperature, HOURS)).isCloseTo(seasonal, withPercentage(15));
    }

    @ParameterizedTest
    @CsvSource({"arizona", "ireland", "wyoming"})
    void hasWeatherThatPersistsForHoursAndDays(String region) {
        var departures = withoutCycles(series(yearOf(region), TelemetryReading::getTemperatureC));

        assertThat(autocorrelation(departures, 1)).isBetween(0.9, 0.99);
        assertThat(autocorrelation(departures, 24)).isBetween(0.2, 0.7);
    }

    @ParameterizedTest
    @CsvSource({"arizona, 1.14, 1.90", "ireland, 0.02, 0.20", "wyoming, 0.12, 0.20"})
    void usesAsMuchWaterAsPublished(String region, double least, double most) {
        assertThat(mean(series(yearOf(region), TelemetryReading::getWaterLPerKwh)))
                .isBetween(least, most);
    }

    @ParameterizedTest
    @CsvSource({"arizona, 1.13", "ireland, 1.18", "wyoming, 1.12"})
    void needsAsMuchCoolingPowerAsPublished(String region, double pue) {
        assertThat(mean(series(yearOf(region), TelemetryReading::getPue))).isCloseTo(pue, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"arizona, 420", "ireland, 275", "wyoming, 650"})
    void hasTheCarbonIntensityOfItsGrid(String region, double grams) {
        assertThat(mean(series(yearOf(region), TelemetryReading::getCarbonGPerKwh)))
                .isCloseTo(grams, withPercentage(15));
    }

    @Test
    void hasCleanPowerInIrelandWhenTheWindBlows() {
        var year = yearOf("ireland");
        var carbon = series(year, TelemetryReading::getCarbonGPerKwh);
        var wind = series(year, TelemetryReading::getWindSpeedMps);

        assertThat(correlation(carbon, wind)).isLessThan(-0.7);
        assertThat(Arrays.stream(carbon).min()).hasValueCloseTo(75.0, within(25.0));
        assertThat(Arrays.stream(carbon).max()).hasValueCloseTo(500.0, within(100.0));
    }

    @Test
    void heatsARegionByItsPlacedLoad() {
        var model = modelOf("arizona");
        var idle = new RegionTwin(SEED, "global", model);
        var busy = new RegionTwin(SEED, "global", model);
        var noon = Instant.parse("2025-07-01T19:00:00Z");

        double rise = busy.at(noon, 10).getTemperatureC() - idle.at(noon, 0).getTemperatureC();

        assertThat(rise).isCloseTo(5.0 * 10 / 100, within(0.0015));
    }

    private static List<TelemetryReading> yearOf(String region) {
        var twin = new RegionTwin(SEED, "global", modelOf(region));
        return IntStream.range(0, HOURS)
                .mapToObj(hour -> twin.at(NEW_YEAR.plus(Duration.ofHours(hour)), 0))
                .toList();
    }

    private static RegionModel modelOf(String region) {
        return RegionsFile.shipped().get(0).regions().stream()
                .filter(model -> model.region().equals(region))
                .findFirst()
                .orElseThrow();
    }

    private static double[] series(List<TelemetryReading> year, ToDoubleFunction<TelemetryReading> field) {
        return year.stream().mapToDouble(field).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double amplitude(double[] values, double period) {
        return Math.hypot(projection(values, period, 0), projection(values, period, Math.PI / 2));
    }

    private static double projection(double[] values, double period, double phase) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * Math.cos(2 * Math.PI * i / period - phase);
        }
        return 2 * sum / values.length;
    }

    private static double[] withoutCycles(double[] values) {
        var rest = values.clone();
        double mean = mean(values);
        double[] periods = {HOURS, 24};
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= mean;
        }
        for (double period : periods) {
            double cos = projection(values, period, 0);
            double sin = projection(values, period, Math.PI / 2);
            for (int i = 0; i < rest.length; i++) {
                double angle = 2 * Math.PI * i / period;
                rest[i] -= cos * Math.cos(angle) + sin * Math.sin(angle);
            }
        }
        return rest;
    }

    private static double autocorrelation(double[] values, int lag) {
        int n = values.length;
        return correlation(Arrays.copyOfRange(values, lag, n), Arrays.copyOf(values, n - lag));
    }

    private static double correlation(double[] one, double[] other) {
        double meanOne = mean(one);
        double meanOther = mean(other);
        double both = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - meanOne) * (other[i] - meanOther);
            ones += Math.pow(one[i] - meanOne, 2);
            others += Math.pow(other[i] - meanOther, 2);
        }
        return both / Math.sqrt(ones * others);
    }
}
