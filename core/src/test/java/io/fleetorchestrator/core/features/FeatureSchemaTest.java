package io.fleetorchestrator.core.features;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FeatureSchemaTest {

    @ParameterizedTest
    @EnumSource(
            names = {"HUMIDITY", "WIND", "FLEXIBLE_LOAD"},
            mode = Mode.EXCLUDE)
    void isFoundByItsHash(Measurement signal) {
        var schema = FeatureSchema.withSeason(signal);

        then(FeatureSchema.withHash(signal, schema.hash()))
                .hasValueSatisfying(found -> then(found.names()).isEqualTo(schema.names()));
        then(schema.names()).doesNotHaveDuplicates().hasSize(schema.width());
    }

    @Test
    void isNotFoundForOtherColumns() {
        then(FeatureSchema.withHash(
                        Measurement.CARBON, FeatureSchema.of(Measurement.WATER).hash()))
                .isEmpty();
    }
}
