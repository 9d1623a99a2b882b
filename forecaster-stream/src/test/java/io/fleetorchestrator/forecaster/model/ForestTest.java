package io.fleetorchestrator.forecaster.model;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ForestTest {

    private static final int WIDTH = Grown.SCHEMA.width();

    private static final String STUMP = """
        {"learner": {"learner_model_param": {"base_score": "[5E-1]"}, "gradient_booster": {"model": {"trees": [
          {"left_children": [%s, -1, -1], "right_children": [2, -1, -1], "split_indices": [%s, 0, 0],
           "split_conditions": [1.5, 10, 20], "default_left": [1, 0, 0], "categories": [%s]}]}}}}
        """;

    @Test
    void predictsToTheLastBitWhatXgboostPredicts() {
        float[] rows = holed(Grown.samples(2_000, 3).features());
        try (var trees = Grown.trees(2_000)) {
            var forest = trees.forest();
            float[] expected = trees.predict(rows);

            for (int row = 0; row < expected.length; row++) {
                then(forest.predict(rows, row * WIDTH)).as("row %d", row).isEqualTo(expected[row]);
            }
        }
    }

    @Test
    void goesLeftBelowTheThresholdAndWhereItWasTaughtAtAHole() {
        var forest = read(STUMP.formatted(1, 0, ""));

        then(forest.predict(new float[] {1.4f}, 0)).isEqualTo(10.5f);
        then(forest.predict(new float[] {1.5f}, 0)).isEqualTo(20.5f);
        then(forest.predict(new float[] {Float.NaN}, 0)).isEqualTo(10.5f);
    }

    @Test
    void refusesWhatWouldFailOrNeverEndLater() {
        thenThrownBy(() -> read(STUMP.formatted(0, 0, ""))).hasMessageContaining("circles");
        thenThrownBy(() -> read(STUMP.formatted(7, 0, ""))).hasMessageContaining("node 7");
        thenThrownBy(() -> read(STUMP.formatted(1, 4, ""))).hasMessageContaining("feature 4 of 1");
        thenThrownBy(() -> read(STUMP.formatted(1, 0, "3"))).hasMessageContaining("category");
        thenThrownBy(() -> read("{}")).hasMessageContaining("no trees");
        thenThrownBy(() -> read("poison")).hasMessageContaining("not the JSON");
    }

    private static Forest read(String json) {
        return ForestReader.read(json.getBytes(StandardCharsets.UTF_8), 1);
    }

    private static float[] holed(float[] rows) {
        var random = new Random(4);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.nextInt(5) == 0 ? Float.NaN : rows[i];
        }
        return rows;
    }
}
