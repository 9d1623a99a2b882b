package io.fleetorchestrator.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.core.fleet.FleetAnswer;
import io.fleetorchestrator.core.fleet.FleetEvent;
import io.fleetorchestrator.core.fleet.FleetJournal;
import io.fleetorchestrator.core.fleet.FleetScheduler;
import io.fleetorchestrator.core.fleet.FleetSnapshot;
import io.fleetorchestrator.core.forecast.ForecastModels;
import io.fleetorchestrator.core.forecast.ForecastPlan;
import io.fleetorchestrator.core.forecast.RegionForecaster;
import io.fleetorchestrator.core.forecast.RegionState;
import io.fleetorchestrator.core.hours.HourlyAccumulator;
import io.fleetorchestrator.core.ledger.ActivePlacements;
import io.fleetorchestrator.core.time.EpochHours;
import io.fleetorchestrator.producer.regions.FleetProfiles;
import io.fleetorchestrator.producer.regions.RegionModel;
import io.fleetorchestrator.producer.regions.SomeFleet;
import io.fleetorchestrator.producer.twin.RegionTwin;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Simulator, forecaster and scheduler in a loop: approved work heats its region, and the next forecast includes that. */
class ClosedLoopTest {

    private static final Instant DAY = Instant.parse("2026-07-01T00:00:00Z");

    /** Enough to calibrate every horizon. */
    private static final Duration HISTORY = Duration.ofDays(20);

    private static final Duration BETWEEN_READINGS = Duration.ofMinutes(5);

    private final FleetScheduler scheduler =
            new FleetScheduler(SomeFleet.FLEET.fleet(), FleetSnapshot.EMPTY, FleetJournal.NONE, Duration.ofDays(7));
    private final ActivePlacements placed = new ActivePlacements();
    private final List<LoopedRegion> regions =
            SomeFleet.FLEET.regions().stream().map(LoopedRegion::new).toList();
    private final SplittableRandom random = new SplittableRandom(1);
    private int asked;
    private int approved;

    @Test
    void noRegionIsOverloadedInADayOfPlacedWork() {
        // given
        scheduler.on(new FleetEvent.ProfilePublished(FleetProfiles.of(SomeFleet.FLEET, DAY)), DAY);
        for (long hour = EpochHours.floor(DAY.minus(HISTORY)); hour < EpochHours.floor(DAY); hour++) {
            close(hour);
        }

        // when
        for (long hour = EpochHours.floor(DAY); hour < EpochHours.floor(DAY) + 24; hour++) {
            submit(EpochHours.start(hour).plus(Duration.ofMinutes(12)));
            close(hour);
        }

        // then
        assertThat(approved).isGreaterThan(50);
        assertThat(regions).allSatisfy(region -> assertThat(region.busyHours).isPositive());
        assertThat(regions)
                .allSatisfy(region -> assertThat(region.overloadedHours).isZero());
    }

    private void close(long hour) {
        regions.forEach(region -> region.close(hour));
    }

    private void submit(Instant at) {
        for (int count = 0; count < 6; count++) {
            var answers = scheduler.on(new FleetEvent.Requested(request(at)), at);
            var decision = ((FleetAnswer.Decided) answers.get(0)).decision();
            placed.add(decision);
            approved += decision.getVerdict() == Verdict.APPROVED ? 1 : 0;
        }
    }

    private WorkloadRequest request(Instant at) {
        return WorkloadRequest.newBuilder()
                .setRequestId("r" + asked++)
                .setFleet(SomeFleet.FLEET.fleet())
                .setSubmittedAt(at)
                .setHomeRegion("hot")
                // Half of them stay in their home region, so that both regions have work.
                .setAllowedRegions(asked % 2 == 0 ? List.of("hot") : List.of())
                .setPowerMw(random.nextInt(1, 40) / 10.0)
                .setDurationHours(random.nextInt(1, 5))
                .build();
    }

    private final class LoopedRegion {

        private final RegionModel model;
        private final RegionTwin twin;
        private final RegionState state = RegionState.empty(ForecastPlan.DEFAULT);
        private final RegionForecaster forecaster = new RegionForecaster(ForecastPlan.DEFAULT);
        private int busyHours;
        private int overloadedHours;

        LoopedRegion(RegionModel model) {
            this.model = model;
            this.twin = new RegionTwin(42, SomeFleet.FLEET.fleet(), model);
        }

        void close(long hour) {
            var features = hour(hour);
            if (features.getFlexibleLoadMw() > 0) {
                busyHours++;
                overloadedHours += features.getItLoadMw() + features.getFlexibleLoadMw() > model.capacityMw() ? 1 : 0;
            }
            var step = forecaster.close(state, features, ForecastModels.untrained());
            scheduler.on(
                    new FleetEvent.ForecastIssued(step.forecast()),
                    step.forecast().getIssuedAt());
        }

        private HourlyFeatures hour(long hour) {
            var accumulator = new HourlyAccumulator(hour);
            var end = EpochHours.start(hour + 1);
            for (var at = EpochHours.start(hour); at.isBefore(end); at = at.plus(BETWEEN_READINGS)) {
                accumulator.add(twin.at(at, placed.mwAt(model.region(), at)));
            }
            return accumulator.close(model.region(), SomeFleet.FLEET.fleet());
        }
    }
}
