package io.fleetorchestrator.forecaster.training;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.runtime.testing.KafkaEnvironment;
import io.fleetorchestrator.runtime.testing.TopicSpace;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.topics.Topics;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Training over a real broker and registry. */
class TrainerSeatIT {

    @RegisterExtension
    static final KafkaEnvironment kafka = KafkaEnvironment.shared();

    private static final int TWO_MONTHS = 60 * 24;

    private final TopicSpace topics = kafka.freshTopics();

    @Test
    void trainsByItselfOnceTwoWeeksAreKnown() {
        send(Weather.hours("arizona", TWO_MONTHS, 1));
        try (var one = seat();
                var another = seat()) {
            then(one).isNotSameAs(another);
            topics.await(Topics.FORECAST_MODELS, 1);
        }
    }

    @Test
    void trainsOnCommandAndSaysHowGoodTheModelIs() throws InterruptedException {
        send(Weather.hours("arizona", TWO_MONTHS, 1));
        var out = new ByteArrayOutputStream();
        var said = new PrintStream(out, true, StandardCharsets.UTF_8);

        int exitCode = new TrainMain(said, said).run(topics.flags("--signals", "temperature"), Map.of());

        then(out.toString(StandardCharsets.UTF_8)).contains("seasonal naive", "coverage");
        then(exitCode).isZero();
        then(topics.all(Topics.FORECAST_MODELS)).hasSize(1);
    }

    private void send(List<HourlyFeatures> hours) {
        hours.forEach(hour -> topics.send(Topics.TELEMETRY_HOURLY, hour.getRegion(), hour, hour.getHourStart()));
    }

    private TrainerSeat seat() {
        var loaded = Settings.parse(TrainSettings.class, topics.flags(), Map.of());
        return TrainerSeat.apply(
                new KafkaConnection(loaded.value().service(), loaded.kafka()),
                topics.prefix() + "forecaster",
                loaded.value().training(),
                24,
                Confidence.DEFAULT);
    }
}
