package io.fleetorchestrator.core.whatif;

import static io.fleetorchestrator.testing.samples.Samples.ISSUED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleetorchestrator.core.ledger.Ledger;
import io.fleetorchestrator.core.outlook.HourlyForecast;
import io.fleetorchestrator.core.outlook.RegionOutlook;
import io.fleetorchestrator.core.outlook.RegionTerms;
import io.fleetorchestrator.testing.samples.Samples;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class WhatIfTest {

    @Property
    void requiresAShiftOfTheExcessOverATwentiethOfADegreePerPercent(
            @ForAll @DoubleRange(min = 0.01, max = 4.9) double excess) {
        var from = outlook("arizona", 35 + excess, 80, 400);

        assertThat(WhatIf.requiredPercent(from).orElseThrow()).isCloseTo(excess / 0.05, within(1e-6));
    }

    @Test
    void findsNoShiftIfTheWholeCapacityIsNotEnough() {
        assertThat(WhatIf.requiredPercent(outlook("arizona", 40.1, 80, 400))).isEmpty();
        assertThat(WhatIf.requiredPercent(outlook("arizona", 34, 80, 400))).hasValue(0);
    }

    @Test
    void coolsTheSourceAndHeatsTheTarget() {
        var shift = WhatIf.shift(outlook("arizona", 36, 80, 400), outlook("ireland", 25, 50, 300), 20);

        assertThat(shift.shiftedMw()).isEqualTo(20);
        assertThat(shift.fromBefore().safe()).isFalse();
        assertThat(shift.fromAfter().boundC()).isCloseTo(35, within(1e-9));
        assertThat(shift.toAfter().boundC()).isCloseTo(26, within(1e-9));
        assertThat(shift.toAfter().loadMw()).isEqualTo(70);
        assertThat(shift.safe()).isTrue();
        // 20 MW for 24 h, 100 g/kWh cleaner
        assertThat(shift.carbonAddedKg()).isCloseTo(-48_000, within(1e-6));
        assertThat(shift.waterAddedL()).isCloseTo(0, within(1e-6));
    }

    @Test
    void isNotSafeIfTheTargetExceedsItsCapacity() {
        var shift = WhatIf.shift(outlook("arizona", 36, 80, 400), outlook("ireland", 25, 90, 300), 20);

        assertThat(shift.safe()).isFalse();
    }

    private static RegionOutlook outlook(String region, double upperC, double load, double carbon) {
        var forecast = Samples.forecast(region, ISSUED, hour -> upperC, hour -> load, hour -> carbon);
        return new RegionOutlook(RegionTerms.of(Samples.region(region)), HourlyForecast.of(forecast), new Ledger());
    }
}
