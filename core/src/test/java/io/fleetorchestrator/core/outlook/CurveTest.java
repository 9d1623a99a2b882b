package io.fleetorchestrator.core.outlook;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurveTest {

    private static final Curve CURVE =
            Curve.through(List.of(new Curve.Point(20, 3), new Curve.Point(10, 1), new Curve.Point(30, 3)));

    @ParameterizedTest
    @CsvSource({"-40, 1", "10, 1", "15, 2", "20, 3", "25, 3", "30, 3", "70, 3"})
    void isLinearBetweenItsPointsAndConstantBeyond(double temperature, double value) {
        then(CURVE.at(temperature)).isEqualTo(value);
    }

    @Test
    void isUnknownWithoutATemperature() {
        then(CURVE.at(Double.NaN)).isNaN();
    }

    @Test
    void canBeConstant() {
        then(Curve.flat(1.2).at(-40)).isEqualTo(1.2);
        then(Curve.flat(1.2).at(40)).isEqualTo(1.2);
    }

    @Test
    void rejectsTwoPointsAtOneTemperature() {
        thenThrownBy(() -> Curve.through(List.of(new Curve.Point(10, 1), new Curve.Point(10, 2))))
                .hasMessageContaining("must rise in temperature");
    }

    @Test
    void rejectsACurveWithoutPoints() {
        thenThrownBy(() -> Curve.through(List.of())).hasMessage("a curve needs at least one point");
    }
}
