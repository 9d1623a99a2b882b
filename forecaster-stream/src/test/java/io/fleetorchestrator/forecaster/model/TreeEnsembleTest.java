package io.fleetorchestrator.forecaster.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TreeEnsembleTest {

    private static final int WIDTH = Grown.SCHEMA.width();

    private static final String STUMP = """
        {"learner": {"learner_model_param": {"base_score": "[5E-1]", "num_feature": "1"},
         "gradient_booster": {"model": {"trees": [
          {"left_children": [%s, -1, -1], "right_children": [2, -1, -1], "split_indices": [%s, 0, 0],
           "split_conditions": [1.5, 10, 20], "default_left": [1, 0, 0], "categories": [%s]}]}}}}
        """;

    @Test
    void predictsExactlyWhatXgboostPredicts() {
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
    void goesLeftBelowTheThresholdAndInTheLearntDirectionAtAHole() {
        var forest = read(STUMP.formatted(1, 0, ""));

        then(forest.predict(new float[] {1.4f}, 0)).isEqualTo(10.5f);
        then(forest.predict(new float[] {1.5f}, 0)).isEqualTo(20.5f);
        then(forest.predict(new float[] {Float.NaN}, 0)).isEqualTo(10.5f);
    }

    @Test
    void rejectsTreesThatWouldFailOrNeverEnd() {
        thenThrownBy(() -> read(STUMP.formatted(0, 0, ""))).hasMessageContaining("cycle");
        thenThrownBy(() -> read(STUMP.formatted(7, 0, ""))).hasMessageContaining("node 7");
        thenThrownBy(() -> read(STUMP.formatted(1, 4, ""))).hasMessageContaining("feature 4 of 1");
        thenThrownBy(() -> read(STUMP.formatted(1, 0, "3"))).hasMessageContaining("category");
        thenThrownBy(() -> read(STUMP.formatted(1, 0, "").replace("5E-1", "NaN")))
                .hasMessageContaining("NaN");
        thenThrownBy(() -> read(STUMP.formatted(1, 0, "").replace("1.5", "1e99")))
                .hasMessageContaining("Infinity");
        thenThrownBy(() -> read("{\"learner\": {\"learner_model_param\": {\"num_feature\": \"1\"}}}"))
                .hasMessageContaining("no trees");
        thenThrownBy(() -> read("{}")).hasMessageContaining("not 1");
    }

    /** XGBoost's own reader crashes the process on a forged length. */
    @Test
    void rejectsBytesThatAreNotAModel() {
        byte[] whole;
        try (var trees = Grown.trees(200)) {
            whole = trees.toBytes();
        }

        thenThrownBy(() -> load(new byte[0])).hasMessageContaining("ends in the middle");
        thenThrownBy(() -> load("poison".getBytes(UTF_8))).hasMessageContaining("type byte 112");
        thenThrownBy(() -> load(Arrays.copyOf(whole, whole.length / 2))).hasMessageContaining("this model");
        thenThrownBy(() -> load(Arrays.copyOf(whole, whole.length + 1))).hasMessageContaining("1 bytes after its end");
        thenThrownBy(() -> load("[#L\177\177\177\177\177\177\177\177".getBytes(UTF_8)))
                .hasMessageContaining("only 0 bytes are left");
        thenThrownBy(() -> load("[".repeat(1_000).getBytes(UTF_8))).hasMessageContaining("32 deep");
    }

    private static TreeEnsemble load(byte[] ubj) {
        return XgboostTrainer.forest(ByteBuffer.wrap(ubj), WIDTH);
    }

    private static TreeEnsemble read(String json) {
        try {
            return TreeEnsembleReader.read(new ObjectMapper().readTree(json), 1);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(noJson);
        }
    }

    private static float[] holed(float[] rows) {
        var random = new Random(4);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.nextInt(5) == 0 ? Float.NaN : rows[i];
        }
        return rows;
    }
}
