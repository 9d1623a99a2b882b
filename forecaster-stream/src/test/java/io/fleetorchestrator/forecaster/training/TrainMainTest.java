package io.fleetorchestrator.forecaster.training;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainMainTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void printsItsSettingsWithoutABroker() throws InterruptedException {
        then(run("--print-config", "--bootstrap-servers", "localhost:1")).isZero();
        then(out.toString(StandardCharsets.UTF_8))
                .contains("bootstrap-servers=localhost:1  # --bootstrap-servers", "horizon-hours=24  # default");
        then(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private int run(String... flags) throws InterruptedException {
        return new TrainMain(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(flags, Map.of());
    }
}
