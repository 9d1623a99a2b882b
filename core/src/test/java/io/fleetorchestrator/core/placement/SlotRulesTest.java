package io.fleetorchestrator.core.placement;

import static io.fleetorchestrator.testing.samples.Samples.ISSUED;
import static io.fleetorchestrator.testing.samples.Samples.forecast;
import static io.fleetorchestrator.testing.samples.Samples.hour;
import static io.fleetorchestrator.testing.samples.Samples.profile;
import static io.fleetorchestrator.testing.samples.Samples.request;
import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.core.fleet.TestFleet;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A rule more is one class and one entry in the list: search, explanation and evidence follow. */
class SlotRulesTest {

    @Test
    void theSearchAppliesEveryRuleOfTheList() {
        var result = placeWith(
                new NotBefore(6),
                TestFleet.of("arizona").state().view().orElseThrow(),
                request("a").build());

        then(result)
                .isInstanceOfSatisfying(
                        PlacementResult.Approved.class,
                        approved -> then(approved.slot().start()).isEqualTo(6));
    }

    @Test
    void theExplanationNamesTheRuleAndShowsTheSlotThatCameNearest() {
        var result = placeWith(
                new NotBefore(6),
                TestFleet.of("arizona").state().view().orElseThrow(),
                request("a").setDeadline(hour(8)).build());

        then(result).isInstanceOfSatisfying(PlacementResult.Blocked.class, blocked -> {
            then(blocked.reasons()).extracting(Reason::getText).containsExactly("2 h too early");
            then(blocked.nearest())
                    .hasValueSatisfying(slot -> then(slot.start()).isEqualTo(1));
        });
    }

    @Test
    void aRuleThatOnlyRulesOutSlotsThatBreakOthersIsNotToBlame() {
        // given heat until the sixth hour, and a load that fits nowhere
        var fleet = new TestFleet()
                .with(profile("arizona"))
                .with(forecast("arizona", ISSUED, hour -> hour < 6 ? 40 : 20, hour -> 95, hour -> 300));

        var result = placeWith(
                new NotBefore(6),
                fleet.state().view().orElseThrow(),
                request("a").build());

        then(result)
                .isInstanceOfSatisfying(
                        PlacementResult.Blocked.class,
                        blocked -> then(blocked.reasons())
                                .extracting(Reason::getCode)
                                .containsExactly(ReasonCode.CAPACITY_EXCEEDED));
    }

    @Property(tries = 200)
    void everyBlockHasAReasonAndEvidenceThatBreaksARule(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int hours,
            @ForAll @IntRange(min = 20, max = 60) int mw,
            @ForAll @IntRange(min = 0, max = 23) int notBefore) {
        var rules = rulesWith(new NotBefore(notBefore));
        var request = request("a").setPowerMw(mw).setDurationHours(hours).build();

        var result = new PlacementEngine(rules).place(request, new RandomFleet(seed).view(), ISSUED);

        if (result instanceof PlacementResult.Blocked blocked) {
            then(blocked.reasons()).isNotEmpty();
            then(blocked.nearest())
                    .hasValueSatisfying(slot -> then(breaksOneOf(rules, slot)).isTrue());
        }
    }

    private static boolean breaksOneOf(SlotRules rules, CandidateSlot slot) {
        var query = new SlotQuery(
                slot.powerMw(), slot.hours(), slot.startHour(), slot.startHour(), 0, new Weights(1, 1, 1, 1));
        return !rules.allPass(new WindowScanner().scan(slot.outlook(), query), slot.start());
    }

    private static PlacementResult placeWith(SlotRule rule, FleetView fleet, WorkloadRequest request) {
        return new PlacementEngine(rulesWith(rule)).place(request, fleet, request.getSubmittedAt());
    }

    private static SlotRules rulesWith(SlotRule rule) {
        return new SlotRules(new ThermalRule(), new CapacityRule(), rule);
    }

    /** Nothing starts before this hour of the horizon. */
    private record NotBefore(int hour) implements SlotRule {

        @Override
        public boolean passes(SlotWindows windows, int start) {
            return start >= hour;
        }

        @Override
        public double distance(SlotWindows windows, int start) {
            return hour - start;
        }

        @Override
        public Reason explain(CandidateSlot slot) {
            return ReasonBuilder.in(slot.region(), ReasonCode.REGION_NOT_ALLOWED)
                    .withText((hour - slot.start()) + " h too early");
        }
    }
}
