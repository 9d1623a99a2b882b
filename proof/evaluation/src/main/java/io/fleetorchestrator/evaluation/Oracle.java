package io.fleetorchestrator.evaluation;

import io.fleetorchestrator.core.ledger.Ledger;
import io.fleetorchestrator.core.outlook.HourlyForecast;
import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.outlook.RegionTerms;
import io.fleetorchestrator.core.placement.Admission;
import io.fleetorchestrator.core.placement.FleetRegion;
import io.fleetorchestrator.core.placement.FleetView;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.producer.regions.FleetProfiles;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.ForecastStatus;
import io.fleetorchestrator.schemas.contract.HourInterval;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.SignalForecast;
import io.fleetorchestrator.schemas.contract.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the scheduler's rules with knowledge of the future: its bounds are the measured values, with all placed work. A
 * blocked request that it approves was a false block.
 */
final class Oracle {

    private static final int HORIZON = 24;
    /** The oracle's bounds need no calibration; any sufficient number of scores is right. */
    private static final int CALIBRATED = 1000;

    private final FleetProfile profile;
    private final HourTable hours;
    private final Admission admission = new Admission();

    Oracle(FleetModel fleet, HourTable hours) {
        this.profile = FleetProfiles.of(fleet, Instant.EPOCH);
        this.hours = hours;
    }

    /** Whether the request could have run safely in addition to all placed work. */
    boolean wouldApprove(DecidedRequest answered) {
        var now = answered.decision().getDecidedAt();
        return admission.decide(answered.request(), view(now), now).getVerdict() == Verdict.APPROVED;
    }

    private FleetView view(Instant now) {
        long issued = EpochHours.floor(now);
        var regions = profile.getRegions().stream()
                .map(region -> {
                    var terms = RegionTerms.of(region);
                    var known = HourlyForecast.of(forecast(region.getRegion(), issued));
                    return new FleetRegion(terms, Optional.of(new RegionOutlook(terms, known, new Ledger())));
                })
                .toList();
        return new FleetView(profile.getFleet(), profile.getPolicy(), regions);
    }

    private RegionForecast forecast(String region, long issued) {
        return RegionForecast.newBuilder()
                .setRegion(region)
                .setFleet(profile.getFleet())
                .setIssuedAt(EpochHours.start(issued))
                .setConfidence(profile.getPolicy().getConfidence())
                .setTemperature(signal(region, issued, hour -> orNaN(hour.getTemperatureC())))
                .setItLoad(signal(region, issued, hour -> orNaN(hour.getItLoadMw()) + hour.getFlexibleLoadMw()))
                .setCarbon(signal(region, issued, hour -> orNaN(hour.getCarbonGPerKwh())))
                .setWater(signal(region, issued, hour -> orNaN(hour.getWaterLPerKwh())))
                .build();
    }

    private SignalForecast signal(String region, long issued, ToDoubleFunction<HourlyFeatures> figure) {
        var intervals = new ArrayList<HourInterval>();
        for (long hour = issued; hour < issued + HORIZON; hour++) {
            double value = hours.find(region, hour).map(figure::applyAsDouble).orElse(Double.NaN);
            var known = Double.isNaN(value) ? null : (Double) value;
            intervals.add(new HourInterval(EpochHours.start(hour), known, known, known, known));
        }
        return SignalForecast.newBuilder()
                .setStatus(ForecastStatus.CALIBRATED)
                .setModelId("oracle")
                .setCalibrationSize(CALIBRATED)
                .setHours(intervals)
                .build();
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
