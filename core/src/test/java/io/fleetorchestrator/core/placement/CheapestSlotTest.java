package io.fleetorchestrator.core.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleetorchestrator.core.ledger.Ledger;
import io.fleetorchestrator.core.ledger.Power;
import io.fleetorchestrator.core.outlook.HourlyForecast;
import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.outlook.RegionTerms;
import io.fleetorchestrator.schemas.contract.FleetPolicy;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.testing.samples.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** Holds the search against an oracle that tries everything, written from the contract and not from the code. */
class CheapestSlotTest {

    private static final FleetPolicy POLICY = FleetPolicy.newBuilder().build();

    @Property(tries = 400)
    void theCheapestFeasibleSlotIsChosen(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int hours,
            @ForAll @IntRange(min = 1, max = 30) int mw) {
        // given
        var world = new World(seed);
        var request =
                Samples.request("a").setPowerMw(mw).setDurationHours(hours).build();

        // when
        var decision = new Admission().decide(request, world.view(), Samples.ISSUED);

        // then
        var best = world.cheapest(request);
        if (best == null) {
            assertThat(decision.getVerdict()).isEqualTo(Verdict.BLOCKED);
            assertThat(decision.getReasons()).isNotEmpty();
        } else {
            assertThat(decision.getVerdict()).isEqualTo(Verdict.APPROVED);
            assertThat(world.cost(slotOf(decision), request)).isCloseTo(world.cost(best, request), within(1e-6));
        }
    }

    private record Slot(int region, int start) {}

    private static Slot slotOf(SchedulingDecision decision) {
        var placement = decision.getPlacement();
        return new Slot(Integer.parseInt(placement.getRegion()), (int)
                Duration.between(Samples.ISSUED, placement.getStartsAt()).toHours());
    }

    private static final class World {

        private final SplittableRandom random;
        private final List<RegionProfile> profiles = new ArrayList<>();
        private final List<RegionForecast> forecasts = new ArrayList<>();
        private final double[][] committed;
        private final Ledger ledger = new Ledger();

        World(long seed) {
            random = new SplittableRandom(seed);
            int regions = random.nextInt(1, 5);
            committed = new double[regions][Samples.HORIZON];
            for (int region = 0; region < regions; region++) {
                add(region);
            }
        }

        private void add(int region) {
            var profile = Samples.region(Integer.toString(region));
            profile.setHeatCouplingC(random.nextDouble() * 12);
            profiles.add(profile);
            double base = 28 + random.nextDouble() * 6;
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
            Slot best = null;
            for (int region = 0; region < profiles.size(); region++) {
                for (int start = 0; start + request.getDurationHours() <= Samples.HORIZON; start++) {
                    var slot = new Slot(region, start);
                    if (feasible(slot, request) && (best == null || cost(slot, request) < cost(best, request))) {
                        best = slot;
                    }
                }
            }
            return best;
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
            double cost = slot.start();
            double margin = Double.POSITIVE_INFINITY;
            for (int hour = slot.start(); hour < slot.start() + request.getDurationHours(); hour++) {
                // One litre per kilowatt-hour at 0.05, and carbon at 1: both per megawatt-hour of a PUE of 1
                cost += request.getPowerMw() * (0.05 * 1000 + carbon(slot, hour));
                margin = Math.min(margin, 35 - bound(slot, hour, request));
            }
            return cost + 10 * Math.max(0, 5 - margin);
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
}
