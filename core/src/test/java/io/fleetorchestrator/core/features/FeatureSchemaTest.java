package io.fleetorchestrator.core.features;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FeatureSchemaTest {

    /** A model of release 0.1.0 can only be loaded if its hash is found. */
    @ParameterizedTest
    @CsvSource({
        "TEMPERATURE, cfaa7fa34a79af5b, 7df10938ed64c80a",
        "IT_LOAD, 1b926f6078224325, 900b0d058db51d7a",
        "CARBON, 0b37a2388e124ab4, dc2a836d9ae23087",
        "WATER, 89379c783ee36194, 468019f16b36d3ff"
    })
    void hasTheHashesOfRelease010(Measurement signal, String hash, String hashWithSeason) {
        then(FeatureSchema.of(signal).hash()).isEqualTo(hash);
        then(FeatureSchema.withSeason(signal).hash()).isEqualTo(hashWithSeason);
    }

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
