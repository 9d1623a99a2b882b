package io.fleetorchestrator.reliability.scene;

import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.producer.TelemetryProducer;
import io.fleetorchestrator.reliability.oracle.Answers;
import io.fleetorchestrator.reliability.oracle.Findings;
import io.fleetorchestrator.reliability.oracle.HourRecount;
import io.fleetorchestrator.schemas.contract.HourlyFeatures;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.ChildService;
import io.fleetorchestrator.testing.DeadLetter;
import io.fleetorchestrator.testing.ScratchDirectory;
import io.fleetorchestrator.testing.TopicSpace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;

/** The simulator and the forecaster as processes, and the hours and dead letters that result. */
public final class Telemetry implements AutoCloseable {

    /** The grace period before the forecaster closes an hour. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final TopicSpace topics;
    private final ScratchDirectory directory = ScratchDirectory.create("telemetry");
    private final ChildService producer;
    private ChildService forecaster;

    private Telemetry(TopicSpace topics, ChildService producer) {
        this.topics = topics;
        this.producer = producer;
        this.forecaster = startForecaster();
    }

    /** A simulator with this much history and further flags, and a forecaster. */
    public static Telemetry of(TopicSpace topics, Duration history, String... flags) {
        var all = new ArrayList<>(List.of("--backfill", history.toString()));
        all.addAll(List.of(flags));
        var producer = ChildService.start(TelemetryProducer.class, topics.flags(all.toArray(String[]::new)));
        return new Telemetry(topics, producer);
    }

    public void killForecaster() {
        forecaster.kill();
    }

    public void restartForecaster() {
        forecaster = startForecaster();
    }

    private ChildService startForecaster() {
        return ChildService.start(
                Forecaster.class, topics.flags("--state-dir", directory.path().toString(), "--retrain-every", "PT0S"));
    }

    /** Waits until this many hours are closed, of all regions together. */
    public void awaitHours(int count) {
        Awaitility.await("closed hours")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> topics.allBytes(Topics.TELEMETRY_HOURLY).size() >= count);
    }

    public int hours() {
        return topics.allBytes(Topics.TELEMETRY_HOURLY).size();
    }

    /** Waits until all readings are published and all past hours are closed, and checks the hours and dead letters. */
    public Findings judge() {
        producer.awaitExit();
        var log = ReadingLog.read(topics, GRACE, Instant.now());
        var readings = log.sound();
        var before = over(readings);
        long expected = readings.stream()
                .filter(reading -> hour(reading).isBefore(before))
                .map(reading -> reading.getRegion() + hour(reading))
                .distinct()
                .count();
        awaitHours((int) expected);
        var deadLettered = awaitPutAside(log.refused().size());
        forecaster.terminate();
        List<HourlyFeatures> hours = values(topics.all(Topics.TELEMETRY_HOURLY));
        return HourRecount.audit(readings, hours, before).and(Answers.compare(log.refused(), deadLettered));
    }

    private Set<String> awaitPutAside(int count) {
        return Awaitility.await("dead letters")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(this::deadLettered, letters -> letters.size() >= count);
    }

    /** Each once, because a record that was read before a crash may be dead-lettered again (docs/adr/0003). */
    private Set<String> deadLettered() {
        return topics.allBytes(Topics.DEAD_LETTER).stream()
                .map(DeadLetter::of)
                .filter(letter -> letter.topic().equals(topics.name(Topics.TELEMETRY_READINGS)))
                .map(DeadLetter::origin)
                .collect(Collectors.toSet());
    }

    /** The first hour that may still be open. */
    private static Instant over(List<TelemetryReading> readings) {
        return readings.stream()
                .map(TelemetryReading::getObservedAt)
                .max(Instant::compareTo)
                .orElseThrow()
                .minus(GRACE)
                .truncatedTo(ChronoUnit.HOURS);
    }

    private static Instant hour(TelemetryReading reading) {
        return reading.getObservedAt().truncatedTo(ChronoUnit.HOURS);
    }

    private static <V> List<V> values(List<ConsumerRecord<String, V>> records) {
        return records.stream().map(ConsumerRecord::value).toList();
    }

    @Override
    public void close() {
        producer.close();
        forecaster.close();
        directory.close();
    }
}
