package io.fleetorchestrator.forecaster.training;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.tuple;
import static org.awaitility.Awaitility.await;

import io.fleetorchestrator.core.calibration.Confidence;
import io.fleetorchestrator.core.features.Measurement;
import io.fleetorchestrator.runtime.settings.KafkaConnection;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.Signal;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.KafkaEnvironment;
import io.fleetorchestrator.testing.TopicSpace;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Training with a real broker and registry. */
class TrainerElectionIT {

    @RegisterExtension
    static final KafkaEnvironment kafka = KafkaEnvironment.shared();

    private static final int TWO_MONTHS = 60 * 24;
    private static final int EIGHT_DAYS = 8 * 24;

    /** Three boosters of few rows: who trains, and when, does not depend on how far ahead the model looks. */
    private static final int HORIZON_HOURS = 4;

    private final TopicSpace topics = kafka.freshTopics();
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void trainsOnceTwoWeeksAreKnownAndPublishesAdvisories() {
        send(Weather.hours("arizona", TWO_MONTHS, 1));
        try (var one = seat()) {
            var model = topics.await(Topics.FORECAST_MODELS, 1).get(0).value();

            then(one.isTrainer()).isTrue();
            // Only temperature is measured; for the other signals there is one advisory each.
            then(topics.await(Topics.FLEET_ADVISORIES, Measurement.forecast().size()))
                    .extracting(
                            ConsumerRecord::key,
                            news -> news.value().getKind(),
                            news -> news.value().getSignal())
                    .containsExactlyInAnyOrder(
                            tuple("global", AdvisoryKind.MODEL_PUBLISHED, Signal.TEMPERATURE),
                            tuple("global", AdvisoryKind.MODEL_REFUSED, Signal.IT_LOAD),
                            tuple("global", AdvisoryKind.MODEL_REFUSED, Signal.CARBON),
                            tuple("global", AdvisoryKind.MODEL_REFUSED, Signal.WATER));
            then(topics.all(Topics.FLEET_ADVISORIES))
                    .filteredOn(news -> news.value().getValue() != null)
                    .allSatisfy(news -> {
                        then(news.value().getRaisedAt()).isEqualTo(model.getTrainedAt());
                        then(news.value().getValue()).isLessThan(news.value().getThreshold());
                        then(news.value().getText()).contains(model.getModelId());
                    });
        }
    }

    @Test
    void electsAnotherInstanceWhenTheTrainerStops() {
        var hours = Weather.hours("arizona", TWO_MONTHS + EIGHT_DAYS, 1);
        send(hours.subList(0, TWO_MONTHS));
        try (var one = seat();
                var other = seat()) {
            await().atMost(Duration.ofMinutes(1)).until(() -> one.isTrainer() != other.isTrainer());
            topics.await(Topics.FORECAST_MODELS, 1);

            // when the trainer stops, and a week passes
            (one.isTrainer() ? one : other).close();
            await().atMost(Duration.ofMinutes(1)).until(() -> one.isTrainer() != other.isTrainer());
            send(hours.subList(TWO_MONTHS, hours.size()));

            // then the other instance knows when the first one trained, and trains a week after that
            then(topics.await(Topics.FORECAST_MODELS, 2))
                    .extracting(model -> model.value().getTrainedAt())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void trainsOnCommandAndPrintsTheFiguresOfTheModel() throws InterruptedException {
        send(Weather.hours("arizona", TWO_MONTHS, 1));
        var out = new ByteArrayOutputStream();
        var said = new PrintStream(out, true, StandardCharsets.UTF_8);

        int exitCode = new TrainMain(said, said)
                .run(topics.flags("--signals", "temperature", "--horizon-hours", "" + HORIZON_HOURS), Map.of());

        then(out.toString(StandardCharsets.UTF_8)).contains("seasonal naive", "coverage");
        then(exitCode).isZero();
        then(topics.all(Topics.FORECAST_MODELS)).hasSize(1);
    }

    @Test
    void trainsOnTheOtherHoursIfSomeCannotBeRead() {
        var hours = Weather.hours("arizona", TWO_MONTHS, 1);
        send(hours.subList(0, TWO_MONTHS / 2));
        topics.sendBytes(Topics.TELEMETRY_HOURLY, "arizona", "no hour".getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
        topics.sendBytes(Topics.TELEMETRY_HOURLY, "arizona", null, Instant.EPOCH);
        topics.sendBytes(Topics.FORECAST_MODELS, "WATER", "no model".getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
        send(hours.subList(TWO_MONTHS / 2, TWO_MONTHS));

        try (var one = seat()) {
            var models = topics.awaitBytes(Topics.FORECAST_MODELS, 2);

            then(one.isTrainer()).isTrue();
            then(models.get(1).key()).isEqualTo("TEMPERATURE");
            then(skipped("telemetry.hourly")).isEqualTo(1);
            then(skipped("forecast.models")).isEqualTo(1);
        }
    }

    private double skipped(String topic) {
        return meters.get("fleet.records.passed.over")
                .tag("topic", topic)
                .counter()
                .count();
    }

    private void send(List<HourlyFeatures> hours) {
        hours.forEach(hour -> topics.send(Topics.TELEMETRY_HOURLY, hour.getRegion(), hour, hour.getHourStart()));
    }

    private TrainerElection seat() {
        var loaded = Settings.parse(TrainSettings.class, topics.flags(), Map.of());
        return TrainerElection.apply(
                new KafkaConnection(loaded.value().service(), loaded.kafka()),
                topics.prefix() + "forecaster",
                loaded.value().training(),
                HORIZON_HOURS,
                Confidence.DEFAULT,
                meters);
    }
}
