package io.fleetorchestrator.testing.samples;

import io.fleetorchestrator.schemas.contract.FleetPolicy;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.HourInterval;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SignalForecast;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A small fleet on a summer evening. */
public final class Samples {

    public static final String FLEET = "global";
    public static final Instant ISSUED = Instant.parse("2026-07-01T18:00:00Z");
    public static final int HORIZON = 24;

    private Samples() {}

    public static FleetProfile profile(String... regions) {
        return profile(Stream.of(regions).map(Samples::region).toList());
    }

    public static FleetProfile profile(List<RegionProfile> regions) {
        return FleetProfile.newBuilder()
                .setFleet(FLEET)
                .setUpdatedAt(ISSUED.minus(Duration.ofDays(1)))
                .setPolicy(FleetPolicy.newBuilder().build())
                .setRegions(regions)
                .build();
    }

    /** 100 MW, 35 °C, 5 °C for the full capacity. */
    public static RegionProfile region(String name) {
        return RegionProfile.newBuilder()
                .setRegion(name)
                .setLatitudeDeg(0)
                .setLongitudeDeg(0)
                .setCapacityMw(100)
                .build();
    }

    /** Mild, half empty, and as clean as anywhere. */
    public static RegionForecast forecast(String region) {
        return forecast(region, ISSUED, hour -> 25, hour -> 50, hour -> 300);
    }

    public static RegionForecast forecast(
            String region,
            Instant issuedAt,
            IntToDoubleFunction upperC,
            IntToDoubleFunction itLoadUpperMw,
            IntToDoubleFunction carbon) {
        return RegionForecast.newBuilder()
                .setRegion(region)
                .setFleet(FLEET)
                .setIssuedAt(issuedAt)
                .setTemperature(signal(issuedAt, hour -> upperC.applyAsDouble(hour) - 3, upperC))
                .setItLoad(signal(issuedAt, hour -> itLoadUpperMw.applyAsDouble(hour) - 5, itLoadUpperMw))
                .setCarbon(signal(issuedAt, carbon, carbon))
                .setWater(signal(issuedAt, hour -> 1, hour -> 1))
                .build();
    }

    private static SignalForecast signal(Instant issuedAt, IntToDoubleFunction point, IntToDoubleFunction upper) {
        return SignalForecast.newBuilder()
                .setStatus(ForecastStatus.CALIBRATED)
                .setCalibrationSize(500)
                .setHours(IntStream.range(0, HORIZON)
                        .mapToObj(hour -> HourInterval.newBuilder()
                                .setStartsAt(issuedAt.plus(Duration.ofHours(hour)))
                                .setPoint(point.applyAsDouble(hour))
                                .setLower(point.applyAsDouble(hour) - 5)
                                .setUpper(upper.applyAsDouble(hour))
                                .setUpperOneSided(upper.applyAsDouble(hour))
                                .build())
                        .toList())
                .build();
    }

    /** Ten megawatts for four hours, anywhere and any time. */
    public static WorkloadRequest.Builder request(String id) {
        return WorkloadRequest.newBuilder()
                .setRequestId(id)
                .setFleet(FLEET)
                .setTenant("research")
                .setName("training")
                .setSubmittedAt(ISSUED.plus(Duration.ofMinutes(12)))
                .setPowerMw(10)
                .setDurationHours(4);
    }

    public static WorkloadRequest cancel(String id) {
        return WorkloadRequest.newBuilder()
                .setRequestId(id)
                .setFleet(FLEET)
                .setAction(RequestAction.CANCEL)
                .setSubmittedAt(ISSUED.plus(Duration.ofMinutes(20)))
                .build();
    }

    public static Instant hour(int hour) {
        return ISSUED.plus(Duration.ofHours(hour));
    }
}
