package io.fleetorchestrator.core.fleet;

import static io.fleetorchestrator.testing.samples.Samples.HORIZON;
import static io.fleetorchestrator.testing.samples.Samples.hour;

import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.HourInterval;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.contract.SignalForecast;
import io.fleetorchestrator.testing.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A day of one fleet with everything that can block, threaten or clear a workload. The log is the same on every machine:
 * it uses only those methods of {@link Random} whose results are specified.
 */
final class RecordedLog {

    /** An event, and the time of its record. */
    record Entry(FleetEvent event, Instant publishedAt) {}

    static final List<String> REGIONS = List.of("arizona", "ireland", "norway", "quebec", "texas", "wyoming");

    private static final int HOURS = 24;
    private static final int REQUESTS_AN_HOUR = 20;

    private final Random random = new Random(20_260_701);
    private final RecordedRequests requests = new RecordedRequests(random);
    private final List<Entry> entries = new ArrayList<>();

    private RecordedLog() {}

    static List<Entry> entries() {
        var log = new RecordedLog();
        log.requests(0, 3);
        for (int at = 0; at < HOURS; at++) {
            log.profiles(at);
            log.forecasts(at);
            log.requests(at, REQUESTS_AN_HOUR);
        }
        return log.entries;
    }

    /** The limits get tighter for four hours without Wyoming; later the fleet is away for three requests. */
    private void profiles(int at) {
        if (at == 0 || at == 12) {
            publish(at, profile(35, REGIONS));
        } else if (at == 8) {
            publish(at, profile(32, REGIONS.subList(0, 5)));
        } else if (at == 18) {
            entries.add(new Entry(new FleetEvent.ProfileRemoved(), hour(at)));
            requests(at, 3);
            publish(at, profile(35, REGIONS));
        }
    }

    private void publish(int at, FleetProfile profile) {
        entries.add(new Entry(new FleetEvent.ProfilePublished(profile), hour(at)));
    }

    private static FleetProfile profile(double limitC, List<String> regions) {
        return Samples.profile(
                regions.stream().map(region -> region(region, limitC)).toList());
    }

    private static RegionProfile region(String name, double limitC) {
        int index = REGIONS.indexOf(name);
        var region = Samples.region(name);
        region.setCapacityMw(60 + 15.0 * index);
        region.setTemperatureLimitC(limitC);
        region.setHeatCouplingC(index * 2.5);
        region.setLatencyMs(latencies(index));
        return region;
    }

    /** Measured between all regions: an estimate from the map may differ in its last bit between machines. */
    private static Map<String, Double> latencies(int index) {
        var latencies = new TreeMap<String, Double>();
        for (int other = 0; other < REGIONS.size(); other++) {
            if (other != index) {
                latencies.put(REGIONS.get(other), 40.0 * Math.abs(index - other));
            }
        }
        return latencies;
    }

    private void forecasts(int at) {
        for (var region : REGIONS) {
            if (!isSilent(region, at)) {
                entries.add(new Entry(new FleetEvent.ForecastIssued(forecast(region, at)), hour(at)));
            }
        }
    }

    /** Quebec starts late, and Norway's forecasts stop for long enough to become stale. */
    private static boolean isSilent(String region, int at) {
        return switch (region) {
            case "quebec" -> at < 3;
            case "norway" -> at >= 10 && at < 14;
            default -> false;
        };
    }

    private RegionForecast forecast(String region, int at) {
        double[] upperC = figures(24 + 2 * random.nextInt(5), 4);
        double[] loadMw = figures(20 + 5 * random.nextInt(6), 20);
        double[] carbon = figures(100, 300);
        var forecast = Samples.forecast(
                region, hour(at), ahead -> upperC[ahead], ahead -> loadMw[ahead], ahead -> carbon[ahead]);
        forecast.setFlexibleLoadMwAtIssue(random.nextInt(10));
        quality(forecast, region, at);
        holes(forecast);
        return forecast;
    }

    /** Whole numbers, so that many slots cost the same. */
    private double[] figures(int least, int spread) {
        double[] figures = new double[HORIZON];
        for (int ahead = 0; ahead < HORIZON; ahead++) {
            figures[ahead] = least + random.nextInt(spread);
        }
        return figures;
    }

    /** Quebec's forecasts warm up from the third hour to the sixth, and for two hours later they are less certain. */
    private static void quality(RegionForecast forecast, String region, int at) {
        if (region.equals("quebec") && at < 6) {
            forecast.getTemperature().setStatus(ForecastStatus.WARMING_UP);
            forecast.getTemperature().setCalibrationSize(5 * at);
        } else if (region.equals("quebec") && (at == 15 || at == 16)) {
            forecast.setConfidence(0.9);
        } else if (region.equals("texas") && at == 20) {
            forecast.getItLoad().setStatus(ForecastStatus.NO_FORECAST);
        }
    }

    private void holes(RegionForecast forecast) {
        switch (random.nextInt(8)) {
            case 0 -> anyHour(forecast.getTemperature()).setUpperOneSided(null);
            case 1 -> anyHour(forecast.getItLoad()).setUpper(null);
            case 2 -> anyHour(forecast.getCarbon()).setPoint(null);
            case 3 -> anyHour(forecast.getWater()).setPoint(null);
            default -> {}
        }
    }

    private HourInterval anyHour(SignalForecast signal) {
        return signal.getHours().get(random.nextInt(HORIZON));
    }

    private void requests(int at, int count) {
        for (int left = count; left > 0; left--) {
            var request = requests.next(at);
            var delay = Duration.ofSeconds(random.nextInt(5));
            entries.add(new Entry(
                    new FleetEvent.Requested(request), request.getSubmittedAt().plus(delay)));
        }
    }
}
