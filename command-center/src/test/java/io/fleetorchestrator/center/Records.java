package io.fleetorchestrator.center;

import io.fleetorchestrator.core.fleet.Fingerprint;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import io.fleetorchestrator.schemas.contract.CounterOffer;
import io.fleetorchestrator.schemas.contract.CoverageSummary;
import io.fleetorchestrator.schemas.contract.Evidence;
import io.fleetorchestrator.schemas.contract.EvidenceHour;
import io.fleetorchestrator.schemas.contract.FleetPolicy;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.Footprint;
import io.fleetorchestrator.schemas.contract.ForecastOutcome;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.HourInterval;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.RiskLevel;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Signal;
import io.fleetorchestrator.schemas.contract.SignalForecast;
import io.fleetorchestrator.schemas.contract.SignalOutcome;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Records of a small fleet of three regions. */
public final class Records {

    public static final String FLEET = "global";
    public static final List<String> REGIONS = List.of("arizona", "ireland", "wyoming");
    /** A valid name with markup, which the page must not run. */
    static final String HOSTILE = "<img src=x onerror=alert(1)>";

    /** The stand-in for the scheduler does not answer requests with this name. */
    static final String UNANSWERED = "unanswered";

    private static final double LIMIT_C = 35;
    private static final int HORIZON = 24;

    private Records() {}

    /** The three regions, and more up to this number. */
    public static List<String> regions(int count) {
        return Stream.concat(
                        REGIONS.stream(),
                        IntStream.range(REGIONS.size(), count).mapToObj(at -> "region-%03d".formatted(at)))
                .toList();
    }

    public static FleetProfile profile(List<String> regions, Instant now) {
        return FleetProfile.newBuilder()
                .setFleet(FLEET)
                .setUpdatedAt(now)
                .setPolicy(FleetPolicy.newBuilder().build())
                .setRegions(regions.stream().map(Records::region).toList())
                .build();
    }

    private static RegionProfile region(String id) {
        return switch (id) {
            case "arizona" -> region(id, "Arizona", 33.4, -112, 100, 5);
            case "ireland" -> region(id, "Ireland", 53.4, -6.3, 80, 8);
            case "wyoming" -> region(id, "Wyoming", 41.1, -104.8, 60, 5);
            default -> region(id, HOSTILE + id, 0, 0, 60, 5);
        };
    }

    private static RegionProfile region(
            String id, String name, double latitude, double longitude, double capacityMw, double coupling) {
        return RegionProfile.newBuilder()
                .setRegion(id)
                .setDisplayName(name)
                .setLatitudeDeg(latitude)
                .setLongitudeDeg(longitude)
                .setCapacityMw(capacityMw)
                .setTemperatureLimitC(LIMIT_C)
                .setHeatCouplingC(coupling)
                .setLatencyMs(Map.of())
                .build();
    }

    public static HourlyFeatures hour(String region, Instant start) {
        double temperature = temperature(region, start);
        return HourlyFeatures.newBuilder()
                .setRegion(region)
                .setFleet(FLEET)
                .setHourStart(start)
                .setReadings(60)
                .setTemperatureC(temperature + Math.sin(start.getEpochSecond() / 5e3))
                .setTemperatureMaxC(temperature + 1.4)
                .setItLoadMw(load(region, start))
                .setFlexibleLoadMw(region.equals("ireland") ? 11 : 4)
                .setCarbonGPerKwh(carbon(region, start))
                .setWaterLPerKwh(water(temperature))
                .setPue(1.13)
                .build();
    }

    public static RegionForecast forecast(String region, Instant issuedAt) {
        return RegionForecast.newBuilder()
                .setRegion(region)
                .setFleet(FLEET)
                .setIssuedAt(issuedAt)
                .setFlexibleLoadMwAtIssue(4)
                .setTemperature(signal(issuedAt, 2.1, hour -> temperature(region, start(issuedAt, hour))))
                .setItLoad(signal(issuedAt, 3, hour -> load(region, start(issuedAt, hour))))
                .setCarbon(signal(issuedAt, 30, hour -> carbon(region, start(issuedAt, hour))))
                .setWater(signal(issuedAt, 0.2, hour -> water(temperature(region, start(issuedAt, hour)))))
                .build();
    }

    private static SignalForecast signal(Instant issuedAt, double width, IntToDoubleFunction point) {
        var hours = IntStream.range(0, HORIZON)
                .mapToObj(hour -> interval(start(issuedAt, hour), point.applyAsDouble(hour), width + 0.08 * hour))
                .toList();
        return SignalForecast.newBuilder()
                .setStatus(ForecastStatus.CALIBRATED)
                .setModelId("xgb-20261120T00")
                .setCalibrationSize(672)
                .setHours(hours)
                .build();
    }

    private static HourInterval interval(Instant start, double point, double width) {
        return HourInterval.newBuilder()
                .setStartsAt(start)
                .setPoint(point)
                .setLower(point - width)
                .setUpper(point + width)
                .setUpperOneSided(point + width * 0.84)
                .build();
    }

    static ForecastOutcome outcome(String region, Instant hour) {
        var signals = List.of(Signal.TEMPERATURE, Signal.IT_LOAD, Signal.CARBON, Signal.WATER).stream()
                .map(signal -> SignalOutcome.newBuilder()
                        .setSignal(signal)
                        .setActual(20)
                        .setSummary(CoverageSummary.newBuilder()
                                .setScored(34_500)
                                .setCoverage(region.equals("wyoming") ? 0.943 : 0.951)
                                .setCoverageUpper(0.949)
                                .setCoverageHorizonMin(0.94)
                                .setCoverageHorizonMax(0.96)
                                .setCoverageUpperHot(0.921)
                                .setCoverage7d(0.957)
                                .setCoverageUpper7d(0.952)
                                .setCoverageWorst7d(0.884)
                                .setMeanWidth(10.3)
                                .setWinkler(12.5)
                                .setUpperMisses(1_700)
                                .setUpperMissesHot(270)
                                .setMae(1.92)
                                .setMaePersistence(2.61)
                                .setMaeSeasonalNaive(2.49)
                                .build())
                        .build())
                .toList();
        return ForecastOutcome.newBuilder()
                .setRegion(region)
                .setFleet(FLEET)
                .setHourStart(hour)
                .setSignals(signals)
                .build();
    }

    public static Advisory advisory(Instant at) {
        return Advisory.newBuilder()
                .setFleet(FLEET)
                .setRegion("arizona")
                .setKind(AdvisoryKind.AT_RISK)
                .setRaisedAt(at)
                .setRequestId("nightly-41")
                .setText("nightly-41 would see 35.6 °C at 22:00, 0.6 °C above the limit; ireland has room")
                .build();
    }

    /** Approves up to 40 MW, in Ireland; blocks the rest, with a counter-offer in Wyoming. */
    public static SchedulingDecision answer(WorkloadRequest request, Instant decidedAt) {
        return request.getPowerMw() <= 40 ? approved(request, decidedAt) : blocked(request, decidedAt);
    }

    private static SchedulingDecision approved(WorkloadRequest request, Instant decidedAt) {
        var start = ceil(decidedAt);
        var mwh = request.getPowerMw() * request.getDurationHours() * 1.12;
        return decision(request, decidedAt)
                .setVerdict(Verdict.APPROVED)
                .setRiskLevel(RiskLevel.LOW)
                .setPlacement(placement("ireland", start, request.getDurationHours()))
                .setEvidence(evidence("ireland", start, 21.4))
                .setFootprint(new Footprint("ireland", start, mwh, mwh * 260, mwh * 1000 * 0.04))
                .setBaseline(new Footprint("arizona", start, mwh * 1.01, mwh * 420, mwh * 1000 * 1.3))
                .setCarbonSavedKg(mwh * 160)
                .setWaterSavedL(mwh * 1260)
                .build();
    }

    private static SchedulingDecision blocked(WorkloadRequest request, Instant decidedAt) {
        var start = ceil(decidedAt);
        return decision(request, decidedAt)
                .setVerdict(Verdict.BLOCKED)
                .setRiskLevel(RiskLevel.CRITICAL)
                .setEvidence(evidence("arizona", start, 36.2))
                .setReasons(List.of(Reason.newBuilder()
                        .setCode(ReasonCode.UPPER_BOUND_EXCEEDS_LIMIT)
                        .setRegion("arizona")
                        .setHour(start)
                        .setNeeded(36.2)
                        .setAvailable(LIMIT_C)
                        .setText("arizona would reach 36.2 °C in its hottest hour, above its limit of 35 °C")
                        .build()))
                .setCounterOffer(new CounterOffer(
                        placement("wyoming", start, request.getDurationHours()),
                        8.1,
                        new Footprint("wyoming", start, 180d, 117_000d, 29_000d)))
                .build();
    }

    private static SchedulingDecision.Builder decision(WorkloadRequest request, Instant decidedAt) {
        return SchedulingDecision.newBuilder()
                .setRequestId(request.getRequestId())
                .setFleet(request.getFleet())
                .setAction(RequestAction.SUBMIT)
                .setTenant(request.getTenant())
                .setName(request.getName())
                .setHomeRegion(request.getHomeRegion())
                .setPowerMw(request.getPowerMw())
                .setDurationHours(request.getDurationHours())
                .setDecidedAt(decidedAt)
                .setDryRun(request.getDryRun())
                .setFingerprint(Fingerprint.of(request));
    }

    /** The refusal of another request under a used id. */
    public static SchedulingDecision reused(WorkloadRequest request, Instant decidedAt) {
        return decision(request, decidedAt)
                .setVerdict(Verdict.BLOCKED)
                .setReasons(List.of(Reason.newBuilder()
                        .setCode(ReasonCode.REQUEST_ID_REUSED)
                        .setText("the id " + request.getRequestId() + " belongs to another request")
                        .build()))
                .build();
    }

    public static SchedulingDecision givenBack(SchedulingDecision placed, Instant at) {
        return SchedulingDecision.newBuilder(placed)
                .setAction(RequestAction.CANCEL)
                .setDecidedAt(at)
                .setEvidence(null)
                .build();
    }

    private static Evidence evidence(String region, Instant start, double boundC) {
        return Evidence.newBuilder()
                .setRegion(region)
                .setModelId("xgb-20261120T00")
                .setForecastIssuedAt(start.minus(Duration.ofHours(1)))
                .setConfidence(0.95)
                .setCalibrationSize(672)
                .setLimitC(LIMIT_C)
                .setHeatCouplingC(5)
                .setCapacityMw(100)
                .setFlexibleLoadMwAtIssue(4)
                .setBindingHour(start)
                .setBindingBoundC(boundC)
                .setBindingMarginC(LIMIT_C - boundC)
                .setHours(List.of(new EvidenceHour(start, boundC - 1, 50d, 4d, boundC)))
                .build();
    }

    private static Placement placement(String region, Instant start, int hours) {
        return new Placement(region, start, start.plus(Duration.ofHours(hours)));
    }

    private static Instant start(Instant issuedAt, int hour) {
        return issuedAt.plus(Duration.ofHours(hour));
    }

    static Instant floor(Instant instant) {
        long hour = Duration.ofHours(1).toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), hour) * hour);
    }

    private static Instant ceil(Instant instant) {
        return floor(instant).plus(Duration.ofHours(1));
    }

    private static double wave(Instant at, int peakHour) {
        double hour = at.getEpochSecond() / 3600.0 % 24;
        return Math.cos((hour - peakHour) / 12 * Math.PI);
    }

    private static double temperature(String region, Instant at) {
        return switch (region) {
            case "arizona" -> 27.5 + 6 * wave(at, 23);
            case "ireland" -> 11 + 3.4 * wave(at, 15);
            default -> 15 + 6 * wave(at, 22);
        };
    }

    private static double load(String region, Instant at) {
        return switch (region) {
            case "arizona" -> 62 + 9 * wave(at, 22);
            case "ireland" -> 41 + 6 * wave(at, 14);
            default -> 30 + 4 * wave(at, 21);
        };
    }

    private static double carbon(String region, Instant at) {
        return switch (region) {
            case "arizona" -> 420 - 90 * wave(at, 20);
            case "ireland" -> 240 + 70 * wave(at, 3);
            default -> 640 - 60 * wave(at, 20);
        };
    }

    private static double water(double temperature) {
        return 0.02 + 0.205 * Math.max(0, temperature - 19.2);
    }
}
