package io.fleetorchestrator.core.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.schemas.contract.CurvePoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {

    private final Curve curve = Curve.through(List.of(new CurvePoint(30.0, 2.0), new CurvePoint(20.0, 1.0)), 9);

    @Test
    void isLinearBetweenPointsInWhateverOrder() {
        assertThat(curve.at(25)).isEqualTo(1.5);
        assertThat(curve.at(20)).isEqualTo(1);
    }

    @Test
    void isFlatBeyondItsEnds() {
        assertThat(curve.at(-10)).isEqualTo(1);
        assertThat(curve.at(50)).isEqualTo(2);
    }

    @Test
    void isConstantWithoutPointsAndUnknownWithoutATemperature() {
        assertThat(Curve.through(List.of(), 1.2).at(25)).isEqualTo(1.2);
        assertThat(curve.at(Double.NaN)).isNaN();
    }
}
