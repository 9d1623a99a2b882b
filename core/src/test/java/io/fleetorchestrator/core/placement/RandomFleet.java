package io.fleetorchestrator.core.placement;

import io.fleetorchestrator.core.ledger.Ledger;
import io.fleetorchestrator.core.ledger.Power;
import io.fleetorchestrator.core.outlook.HourlyForecast;
import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.outlook.RegionTerms;
import io.fleetorchestrator.schemas.contract.FleetPolicy;
import io.fleetorchestrator.schemas.contract.ObjectiveWeights;
import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.testing.samples.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A fleet with random regions, forecasts and commitments. It knows by itself which slots are feasible and what they cost:
 * written from the contract, not from the code.
 */
final class RandomFleet {

    /** A region by its index, which is its name, too, and the first hour. */
    record Slot(int region, int start) {

        static Slot of(Placement placement) {
            var ahead = Duration.between(Samples.ISSUED, placement.getStartsAt());
            return new Slot(Integer.parseInt(placement.getRegion()), (int) ahead.toHours());
        }
    }

    private static final FleetPolicy POLICY = FleetPolicy.newBuilder().build();

    /** The contract's defaults. */
    private static final ObjectiveWeights WEIGHTS = new ObjectiveWeights(1.0, 0.05, 1.0, 10.0);

    private final SplittableRandom random;

    /** Whether all figures are whole numbers, which makes costs exact. */
    private final boolean whole;

    private final List<RegionProfile> profiles = new ArrayList<>();
    private final List<RegionForecast> forecasts = new ArrayList<>();
    private final double[][] committed;
    private final Ledger ledger = new Ledger();

    RandomFleet(long seed) {
        this(new SplittableRandom(seed), false);
    }

    private RandomFleet(SplittableRandom random, boolean whole) {
        this.random = random;
        this.whole = whole;
        int regions = random.nextInt(1, 5);
        committed = new double[regions][Samples.HORIZON];
        for (int region = 0; region < regions; region++) {
            add(region);
        }
    }

    /** A fleet in which many slots cost exactly the same. */
    static RandomFleet ofWholeNumbers(long seed) {
        return new RandomFleet(new SplittableRandom(seed), true);
    }

    private void add(int region) {
        var profile = Samples.region(Integer.toString(region));
        profile.setHeatCouplingC(whole ? 0 : random.nextDouble() * 12);
        profiles.add(profile);
        double base = 28 + (whole ? random.nextInt(6) : random.nextDouble() * 6);
        forecasts.add(Samples.forecast(
                profile.getRegion(),
                Samples.ISSUED,
                hour -> base + random.nextInt(4),
                hour -> 40 + random.nextInt(30),
                hour -> 100 + 50 * random.nextInt(4)));
        for (int hour = 0; hour < Samples.HORIZON; hour++) {
            committed[region][hour] = random.nextInt(20);
            long at = Samples.hour(hour).getEpochSecond() / 3600;
            ledger.commit(profile.getRegion(), at, at + 1, Power.ofMegawatts(committed[region][hour]));
        }
    }

    FleetView view() {
        var regions = new ArrayList<FleetRegion>();
        for (int region = 0; region < profiles.size(); region++) {
            var terms = RegionTerms.of(profiles.get(region));
            var outlook = new RegionOutlook(terms, HourlyForecast.of(forecasts.get(region)), ledger);
            regions.add(new FleetRegion(terms, Optional.of(outlook)));
        }
        return new FleetView(Samples.FLEET, POLICY, regions);
    }

    @Nullable
    Slot cheapest(WorkloadRequest request) {
        return feasible(request).stream()
                .min(Comparator.comparingDouble(slot -> cost(slot, request)))
                .orElse(null);
    }

    /** Every slot that may be taken: by region, then by start. */
    List<Slot> feasible(WorkloadRequest request) {
        return IntStream.range(0, profiles.size())
                .boxed()
                .flatMap(region -> IntStream.rangeClosed(0, Samples.HORIZON - request.getDurationHours())
                        .mapToObj(start -> new Slot(region, start)))
                .filter(slot -> feasible(slot, request))
                .toList();
    }

    private boolean feasible(Slot slot, WorkloadRequest request) {
        for (int hour = slot.start(); hour < slot.start() + request.getDurationHours(); hour++) {
            double load = itLoadUpper(slot, hour) + committed[slot.region()][hour] + request.getPowerMw();
            if (bound(slot, hour, request) > 35 || load > 100) {
                return false;
            }
        }
        return true;
    }

    double cost(Slot slot, WorkloadRequest request) {
        var weights = request.getWeights() == null ? WEIGHTS : request.getWeights();
        double cost = weights.getDelay() * slot.start();
        double margin = Double.POSITIVE_INFINITY;
        for (int hour = slot.start(); hour < slot.start() + request.getDurationHours(); hour++) {
            // One litre per kilowatt-hour, and a PUE of 1
            cost += request.getPowerMw() * (weights.getCarbon() * carbon(slot, hour) + weights.getWater() * 1000);
            margin = Math.min(margin, 35 - bound(slot, hour, request));
        }
        return cost + weights.getThermal() * Math.max(0, 5 - margin);
    }

    private double bound(Slot slot, int hour, WorkloadRequest request) {
        double upper = forecasts
                .get(slot.region())
                .getTemperature()
                .getHours()
                .get(hour)
                .getUpperOneSided();
        double placed = committed[slot.region()][hour] + request.getPowerMw();
        return upper + profiles.get(slot.region()).getHeatCouplingC() * placed / 100;
    }

    private double itLoadUpper(Slot slot, int hour) {
        return forecasts.get(slot.region()).getItLoad().getHours().get(hour).getUpper();
    }

    private double carbon(Slot slot, int hour) {
        return forecasts.get(slot.region()).getCarbon().getHours().get(hour).getPoint();
    }
}
