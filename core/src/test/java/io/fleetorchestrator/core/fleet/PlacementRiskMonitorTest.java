package io.fleetorchestrator.core.fleet;

import static io.fleetorchestrator.testing.samples.Samples.cancel;
import static io.fleetorchestrator.testing.samples.Samples.forecast;
import static io.fleetorchestrator.testing.samples.Samples.hour;
import static io.fleetorchestrator.testing.samples.Samples.profile;
import static io.fleetorchestrator.testing.samples.Samples.region;
import static io.fleetorchestrator.testing.samples.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import io.fleetorchestrator.schemas.contract.Priority;
import io.fleetorchestrator.schemas.contract.RegionForecast;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Regions have 100 MW and 35 °C; ten megawatts add half a degree. */
class PlacementRiskMonitorTest {

    private static final double MILD = 25;
    private static final double HALF = 50;

    @Test
    void namesOnlyTheWorkloadThatIsTooMuchForTheRest() {
        // given a region that is full up to its bound
        var fleet = fullFleet();

        // when its own load is to rise by a megawatt
        var advisories = fleet.forecast(issued(1, MILD, HALF + 1));

        // then one of five has to go: the last that came
        assertThat(advisories).extracting(Advisory::getRequestId).containsExactly("e");
    }

    @Test
    void theLeastImportantGoesBeforeTheLast() {
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("batch").setPriority(Priority.LOW).setPowerMw(20));
        fleet.ask(request("training").setPriority(Priority.HIGH).setPowerMw(30));

        var advisories = fleet.forecast(issued(1, MILD, HALF + 1));

        assertThat(advisories).extracting(Advisory::getRequestId).containsExactly("batch");
    }

    @Test
    void namesAsManyAsAreTooMuch() {
        var fleet = fullFleet();

        var some = fleet.forecast(issued(1, MILD, HALF + 11));
        var more = fleet.forecast(issued(2, MILD, HALF + 25));
        var all = fleet.forecast(issued(3, 36, HALF));

        assertThat(some).extracting(Advisory::getRequestId).containsExactly("e", "d");
        assertThat(more).extracting(Advisory::getRequestId).containsExactly("c");
        assertThat(all).extracting(Advisory::getRequestId).containsExactly("b", "a");
    }

    @Test
    void namesWhatRunsInARegionThatTheProfileDoesNotHoldAnyMore() {
        var fleet = TestFleet.of("arizona", "ireland");
        fleet.ask(request("a").setAllowedRegions(List.of("arizona")));
        fleet.ask(request("b").setAllowedRegions(List.of("ireland")));

        // when arizona goes, and comes back
        var gone = fleet.publish(profile("ireland"));
        var stillGone = fleet.publish(profile("ireland"));
        var back = fleet.publish(profile("arizona", "ireland"));

        assertThat(gone).singleElement().satisfies(advisory -> {
            assertThat(advisory.getKind()).isEqualTo(AdvisoryKind.AT_RISK);
            assertThat(advisory.getRequestId()).isEqualTo("a");
            assertThat(advisory.getText()).contains("arizona", "does not hold this region any more");
        });
        assertThat(stillGone).isEmpty();
        assertThat(back).extracting(Advisory::getKind).containsExactly(AdvisoryKind.RECOVERED);
    }

    @Test
    void lowerLimitsCountFromWhenTheyArePublished() {
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("a"));
        var lower = region("arizona");
        lower.setTemperatureLimitC(20);

        var advisories = fleet.publish(profile(List.of(lower)));

        assertThat(advisories).extracting(Advisory::getRequestId).containsExactly("a");
    }

    @Test
    void recoversOnlyWhenItIsClearlySafe() {
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("a").setEarliestStart(hour(6)));

        // when the bound, half a degree more by the work itself, is above the limit, just below it, and well below it
        var above = fleet.forecast(issued(1, 34.6, HALF));
        var justBelow = fleet.forecast(issued(2, 34.4, HALF));
        var wellBelow = fleet.forecast(issued(3, 33.9, HALF));

        assertThat(above).extracting(Advisory::getKind).containsExactly(AdvisoryKind.AT_RISK);
        assertThat(justBelow).isEmpty();
        assertThat(wellBelow).extracting(Advisory::getKind).containsExactly(AdvisoryKind.RECOVERED);
    }

    @Property(tries = 200)
    void aBoundThatHoversAroundItsLimitIsToldOfOnce(
            @ForAll @Size(20) List<@DoubleRange(min = 34.05, max = 34.95) Double> upperC) {
        var fleet = TestFleet.of("arizona");
        fleet.ask(request("a").setEarliestStart(hour(20)));

        var told = new ArrayList<Advisory>();
        for (int at = 0; at < upperC.size(); at++) {
            told.addAll(fleet.forecast(issued(at + 1, upperC.get(at), HALF)));
        }

        assertThat(told).hasSizeLessThanOrEqualTo(1);
    }

    @Property(tries = 200)
    void theRestIsSafeWhenAllThatAreNamedHaveGone(@ForAll long seed) {
        // given
        var fleet = new TestFleet();
        Logs.log(seed, 4).forEach(fleet::on);
        var state = fleet.state();

        for (var region : Logs.REGIONS) {
            // when
            state.standingIn(region).stream()
                    .filter(CommittedWorkload::atRisk)
                    .forEach(placed -> fleet.ask(cancel(placed.requestId())));

            // then
            state.outlook(region).ifPresent(outlook -> {
                var triage = new UnsafePlacements(outlook);
                assertThat(state.standingIn(region))
                        .allSatisfy(
                                placed -> assertThat(triage.threatTo(placed)).isEmpty());
            });
        }
    }

    @Property(tries = 200)
    void riskAndRecoveryOfAWorkloadTakeTurns(@ForAll long seed) {
        var fleet = new TestFleet();
        var atRisk = new HashMap<String, Boolean>();

        for (var event : Logs.log(seed, 12)) {
            for (var answer : fleet.on(event)) {
                if (answer instanceof FleetAnswer.Advised advised) {
                    boolean now = advised.advisory().getKind() == AdvisoryKind.AT_RISK;
                    assertThat(atRisk.put(advised.advisory().getRequestId(), now))
                            .isNotEqualTo(now);
                } else if (answer instanceof FleetAnswer.Decided decided) {
                    // A cancelled id may come again, as another workload.
                    atRisk.remove(decided.decision().getRequestId());
                }
            }
        }
    }

    /** Five workloads, of ten megawatts each and submitted in this order, beside 50 MW of the region's own. */
    private static TestFleet fullFleet() {
        var fleet = TestFleet.of("arizona");
        List.of("a", "b", "c", "d", "e").forEach(id -> {
            var asked = request(id);
            fleet.ask(asked.setSubmittedAt(asked.getSubmittedAt().plusSeconds(id.charAt(0) - 'a')));
        });
        return fleet;
    }

    private static RegionForecast issued(int at, double upperC, double itLoadUpperMw) {
        return forecast("arizona", hour(at), hour -> upperC, hour -> itLoadUpperMw, hour -> 300);
    }
}
