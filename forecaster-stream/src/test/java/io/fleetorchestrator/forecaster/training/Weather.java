package io.fleetorchestrator.forecaster.training;

import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Synthetic weather for tests: a daily wave, and fronts that last for days. */
public final class Weather {

    static final Instant START = Instant.parse("2025-01-06T00:00:00Z");

    private Weather() {}

    public static RegionSeries series(String region, int hours, int seed) {
        var closed = hours(region, hours, seed);
        var series = RegionSeries.startingWith(closed.get(0));
        closed.forEach(series::add);
        return series;
    }

    static List<HourlyFeatures> hours(String region, int hours, int seed) {
        var random = new Random(seed);
        double[] front = new double[hours];
        for (int at = 1; at < hours; at++) {
            front[at] = 0.97 * front[at - 1] + 0.9 * random.nextGaussian();
        }
        return IntStream.range(0, hours)
                .mapToObj(at -> hour(region, at, 20 + 6 * Math.cos(2 * Math.PI * (at - 15) / 24.0) + front[at]))
                .toList();
    }

    static HourlyFeatures hour(String region, long at, double temperature) {
        return HourlyFeatures.newBuilder()
                .setRegion(region)
                .setHourStart(START.plusSeconds(at * 3600))
                .setReadings(60)
                .setTemperatureC(temperature)
                .build();
    }
}
