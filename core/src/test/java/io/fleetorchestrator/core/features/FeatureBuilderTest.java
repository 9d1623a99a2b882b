package io.fleetorchestrator.core.features;

import static io.fleetorchestrator.core.features.Hours.hour;
import static io.fleetorchestrator.core.features.Measurement.TEMPERATURE;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import org.junit.jupiter.api.Test;

class FeatureBuilderTest {

    private final FeatureBuilder builder = new FeatureBuilder(FeatureSchema.of(TEMPERATURE));

    @Test
    void anchorsOnTheSameHourOfTheNewestKnownDay() {
        var history = Hours.history(192, at -> at);

        then(anchors(history, 24)).startsWith(168).endsWith(191);
        then(anchors(history, 48)[24]).isEqualTo(168);
    }

    @Test
    void bridgesAHoleInYesterdayWithTheDayBefore() {
        var history = Hours.history(192, at -> at == 170 ? Double.NaN : at);

        then(anchors(history, 24)[2]).isEqualTo(146);
        then(column(history, "anchor_days", 3)).isEqualTo(2);
    }

    @Test
    void usesChangesAndNoLevels() {
        var mild = Hours.history(192, FeatureBuilderTest::wave);
        var hot = Hours.history(192, at -> wave(at) + 16);

        then(builder.rows(hot, 1, 24)).containsExactly(builder.rows(mild, 1, 24), within(1e-4f));
    }

    @Test
    void findsTheHourOfTheSunInTheHistoryOfTheRegion() {
        var here = Hours.history(192, FeatureBuilderTest::wave);
        var sixHoursWest = Hours.history(192, at -> wave(at - 6));

        then(column(sixHoursWest, "sun_sin", 7)).isCloseTo(column(here, "sun_sin", 1), within(0.02));
        then(column(sixHoursWest, "sun_cos", 7)).isCloseTo(column(here, "sun_cos", 1), within(0.02));
    }

    @Test
    void knowsTheWeekday() {
        var schema = FeatureSchema.of(Measurement.IT_LOAD);
        int weekday = schema.names().indexOf("weekday");

        // 192 hours from a Monday on end with a Monday; the next hour is a Tuesday's.
        then(new FeatureBuilder(schema).rows(Hours.history(192, at -> at), 1, 1)[weekday])
                .isEqualTo(1);
    }

    @Test
    void usesOnlyClosedHours() {
        var history = Hours.history(250, FeatureBuilderTest::wave);
        float[] before = builder.rows(history, 1, 24);

        history.add(hour(history.lastHour() + 1, 60));

        then(builder.rows(Hours.history(250, FeatureBuilderTest::wave), 1, 24)).containsExactly(before);
        then(builder.rows(history, 1, 24)).isNotEqualTo(before);
    }

    @Test
    void everythingIsAHoleBeforeTheFirstHours() {
        var history = Hours.history(5, at -> at);

        then(anchors(history, 19)).containsOnly(Double.NaN);
    }

    private static double wave(long at) {
        return 20 + 8 * Math.cos(2 * Math.PI * (at - 22) / 24.0) + 0.25 * (at % 5);
    }

    private double[] anchors(RegionHistory history, int horizons) {
        var anchors = new double[horizons];
        builder.write(
                history, 1, horizons, new float[horizons * builder.schema().width()], anchors);
        return anchors;
    }

    private double column(RegionHistory history, String name, int horizon) {
        return builder.rows(history, horizon, horizon)[builder.schema().names().indexOf(name)];
    }
}
