package io.fleetorchestrator.core.placement;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.schemas.contract.ReasonCode;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ReasonOrderTest {

    /** A code without a place would come before all others. */
    @Test
    void everyCodeHasItsPlace() {
        then(ReasonOrder.CODES)
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(ReasonCode.UNKNOWN)));
    }
}
