package io.fleetorchestrator.benchmarks.inner;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.schemas.contract.Verdict;
import org.junit.jupiter.api.Test;

class PlacementLoopTest {

    @Test
    void decidesEveryTimeLikeTheFirstTime() {
        var loop = new PlacementLoop();
        // when
        var first = loop.place();
        var second = loop.place();
        // then
        then(first.getVerdict()).isEqualTo(Verdict.APPROVED);
        then(second).isEqualTo(first);
    }
}
