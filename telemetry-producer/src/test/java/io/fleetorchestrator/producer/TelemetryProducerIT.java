package io.fleetorchestrator.producer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;
import static org.awaitility.Awaitility.await;

import io.fleetorchestrator.core.replay.ReadingCsv;
import io.fleetorchestrator.producer.playback.Phase;
import io.fleetorchestrator.producer.publishing.PublishedCounts;
import io.fleetorchestrator.producer.publishing.RecordPublisher;
import io.fleetorchestrator.runtime.service.ServiceExitCode;
import io.fleetorchestrator.runtime.service.ServiceHost;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.schemas.contract.Placement;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.ChildService;
import io.fleetorchestrator.testing.KafkaEnvironment;
import io.fleetorchestrator.testing.TopicSpace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TelemetryProducerIT {

    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.shared();

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Clock STOPPED = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final List<String> REGIONS = List.of("arizona", "ireland", "wyoming");

    private final Heard heard = new Heard();

    @Test
    void publishesNinetyDaysOfThreeRegionsAndContinuesLive() throws Exception {
        var topics = KAFKA.freshTopics();
        var begin = Instant.now();

        try (var host = start(topics, Clock.systemUTC(), "--backfill", "P90D", "--interval", "PT1S")) {
            await().atMost(Duration.ofMinutes(3)).until(() -> heard.phases.contains(Phase.LIVE));
            await().atMost(Duration.ofMinutes(1)).until(() -> heard.live > 1);
            then(host.health().isReady()).isTrue();
        }

        // then: history every 5 minutes, from 90 days ago to the last full 5 minutes; then live readings every second
        var timesByRegion = timesByRegion(topics);
        then(timesByRegion).containsOnlyKeys(REGIONS);
        timesByRegion.forEach((region, times) -> {
            var history = times.stream().filter(begin.minus(STEP)::isAfter).toList();
            then(history.get(0))
                    .isBetween(
                            begin.minus(Duration.ofDays(90)),
                            begin.minus(Duration.ofDays(90)).plus(STEP));
            then(hasGaps(history, STEP))
                    .as("gaps or duplicates in the history of " + region)
                    .isFalse();
            then(times.get(times.size() - 1)).isAfter(begin);
            then(hasGaps(times.subList(times.size() - 2, times.size()), Duration.ofSeconds(1)))
                    .isFalse();
        });
        then(heard.tallies).hasSize(1).first().satisfies(counts -> {
            then(counts.failed()).isZero();
            then(counts.acked()).isEqualTo(counts.sent());
        });
    }

    @Test
    void resumesAKilledBackfillWithoutAGap() {
        var topics = KAFKA.freshTopics();
        var flags = topics.flags("--backfill", "P730D", "--no-live");
        var begin = Instant.now().minus(Duration.ofDays(730)).plus(Duration.ofMinutes(5));

        // given: killed twice in the middle of it
        for (int records : List.of(30_000, 100_000)) {
            try (var child = ChildService.start(TelemetryProducer.class, flags)) {
                topics.awaitBytes(Topics.TELEMETRY_READINGS, records);
                child.kill();
            }
        }
        int killedAt = topics.allBytes(Topics.TELEMETRY_READINGS).size();

        // when
        try (var child = ChildService.start(TelemetryProducer.class, flags)) {
            then(child.awaitExit()).isEqualTo(ServiceExitCode.OK.number());
        }

        // then: every 5 minutes, from one end to the other
        then(killedAt).isLessThan(3 * 730 * 288);
        var timesByRegion = timesByRegion(topics);
        then(timesByRegion).containsOnlyKeys(REGIONS);
        timesByRegion.forEach((region, times) -> {
            var distinct = new TreeSet<>(times);
            then(distinct.first()).isBefore(begin);
            then(distinct.last()).isAfter(Instant.now().minus(Duration.ofMinutes(10)));
            then(hasGaps(List.copyOf(distinct), STEP)).as("gaps in " + region).isFalse();
            // duplicates can only be the records in flight at a kill: some batches, not the history again
            then(times.size() - distinct.size()).isLessThan(killedAt / 10);
        });
    }

    @Test
    void countsAllRecordsWhenItIsStopped() {
        var topics = KAFKA.freshTopics();

        try (var child = ChildService.start(TelemetryProducer.class, topics.flags("--backfill", "P730D"))) {
            topics.awaitBytes(Topics.TELEMETRY_READINGS, 10_000);
            then(child.terminate()).isEqualTo(ServiceExitCode.OK.number());

            int there = topics.allBytes(Topics.TELEMETRY_READINGS).size();
            int profiles = topics.allBytes(Topics.FLEET_PROFILES).size();
            int all = there + profiles;
            then(child.output()).contains("sent " + all + ", acked " + all + ", failed 0");
        }
    }

    @Test
    void injectsAndMarksFaults() throws Exception {
        var topics = KAFKA.freshTopics();
        run(
                topics,
                "--backfill",
                "P30D",
                "--faults",
                "late=0.01,duplicate=0.02,out-of-order=0.05,future=0.01,poison=0.01,silent=ireland@PT24H@2026-05-20T00:00:00Z");

        var records = topics.allBytes(Topics.TELEMETRY_READINGS);
        var tags = records.stream()
                .map(TelemetryProducerIT::fault)
                .collect(Collectors.groupingBy(tag -> tag, Collectors.counting()));
        double readings = 3 * 30 * 288;
        then(tags).containsOnlyKeys("", "late", "duplicate", "out-of-order", "future", "poison");
        Map.of("late", 0.01, "duplicate", 0.02, "out-of-order", 0.05, "future", 0.01, "poison", 0.01)
                .forEach((tag, rate) ->
                        then(tags.getOrDefault(tag, 0L) / readings).isCloseTo(rate, within(0.003)));
        then(records)
                .filteredOn(record ->
                        record.key().equals("ireland") && fault(record).isEmpty())
                .extracting(record -> Instant.ofEpochMilli(record.timestamp()))
                .noneMatch(at -> at.isAfter(Instant.parse("2026-05-19T23:59:00Z"))
                        && at.isBefore(Instant.parse("2026-05-21T00:00:00Z")));
        then(records)
                .filteredOn(record -> fault(record).equals("future"))
                .allMatch(record -> record.timestamp() > NOW.toEpochMilli());
    }

    @Test
    void heatsARegionWhileAPlacedWorkloadRuns() throws Exception {
        var idle = KAFKA.freshTopics();
        run(idle, "--backfill", "P1D");
        var busy = KAFKA.freshTopics();
        var from = NOW.minus(Duration.ofHours(10));
        var to = NOW.minus(Duration.ofHours(7));
        busy.send(Topics.WORKLOAD_DECISIONS, "global", approved(new Placement("arizona", from, to)), from);
        run(busy, "--backfill", "P1D");

        var before = temperatures(idle, "arizona");
        var after = temperatures(busy, "arizona");
        then(after).hasSameSizeAs(before).allSatisfy((at, temperature) -> {
            double rise = !at.isBefore(from) && at.isBefore(to) ? 5.0 * 10 / 100 : 0;
            then(temperature - before.getOrDefault(at, Double.NaN)).isCloseTo(rise, within(0.0015));
        });
        then(temperatures(busy, "wyoming")).isEqualTo(temperatures(idle, "wyoming"));
    }

    @Test
    void replaysItsOwnReadings(@TempDir Path directory) throws Exception {
        var original = KAFKA.freshTopics();
        run(original, "--backfill", "P3D");
        var recording = record(original, directory.resolve("recording.csv"));

        var replayed = KAFKA.freshTopics();
        run(replayed, "--replay", recording.toString());

        then(byRegionAndTime(replayed)).isEqualTo(byRegionAndTime(original));
    }

    @Test
    void publishesAProfileOnceUntilItChanges(@TempDir Path directory) throws Exception {
        var topics = KAFKA.freshTopics();
        run(topics);
        run(topics);
        then(topics.await(Topics.FLEET_PROFILES, 1)).hasSize(1);

        var changed = directory.resolve("regions.yaml");
        try (var shipped = Objects.requireNonNull(TelemetryProducer.class.getResourceAsStream("/regions.yaml"))) {
            Files.writeString(
                    changed, new String(shipped.readAllBytes(), UTF_8).replace("capacityMw: 60", "capacityMw: 70"));
        }
        run(topics, "--regions-file", changed.toString());

        then(topics.await(Topics.FLEET_PROFILES, 2))
                .hasSize(2)
                .last()
                .satisfies(record ->
                        then(record.value().getRegions().get(2).getCapacityMw()).isEqualTo(70));
    }

    @Test
    void submitsWorkloadsWhileItCatchesUp() throws Exception {
        var topics = KAFKA.freshTopics();

        try (var host = start(
                topics,
                Clock.systemUTC(),
                "--backfill",
                "PT3H",
                "--catch-up",
                "PT2H",
                "--speed",
                "3600",
                "--workloads",
                "--rate",
                "600",
                "--no-live")) {
            then(host.awaitEnd()).isEqualTo(ServiceExitCode.OK);
        }

        then(heard.phases).containsExactly(Phase.BACKFILL, Phase.CATCH_UP);
        then(topics.await(Topics.WORKLOAD_REQUESTS, 100)).allSatisfy(record -> {
            then(record.key()).isEqualTo("global");
            then(record.timestamp()).isEqualTo(record.value().getSubmittedAt().toEpochMilli());
        });
    }

    @Test
    void raisesTheRetentionToTheWholeHistory() throws Exception {
        var topics = KAFKA.freshTopics();
        var topic = topics.name(Topics.TELEMETRY_READINGS);
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = KAFKA.admin()) {
            admin.incrementalAlterConfigs(Map.of(
                            resource,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("retention.ms", "604800000"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();

            try (var child = ChildService.start(
                    TelemetryProducer.class,
                    topics.flags("--backfill", "P60D", "--no-live", "--widen-retention", "false"))) {
                then(child.awaitExit()).isEqualTo(ServiceExitCode.START_CHECK.number());
                then(child.output()).contains("fleet topics apply --keep-readings " + Duration.ofDays(67));
            }
            try (var child =
                    ChildService.start(TelemetryProducer.class, topics.flags("--backfill", "P60D", "--no-live"))) {
                then(child.awaitExit()).isEqualTo(ServiceExitCode.OK.number());
            }
            then(Objects.requireNonNull(admin.describeConfigs(List.of(resource))
                                    .all()
                                    .get()
                                    .get(resource))
                            .get("retention.ms")
                            .value())
                    .isEqualTo(Long.toString(Duration.ofDays(67).toMillis()));
        }
    }

    /** A run to its end, with a fixed clock. */
    private void run(TopicSpace topics, String... flags) throws InterruptedException {
        var all = new ArrayList<>(List.of(flags));
        all.add("--no-live");
        try (var host = start(topics, STOPPED, all.toArray(String[]::new))) {
            then(host.awaitEnd()).isEqualTo(ServiceExitCode.OK);
        }
    }

    private ServiceHost start(TopicSpace topics, Clock clock, String... flags) throws InterruptedException {
        var all = new ArrayList<>(List.of(flags));
        all.add("--http-port");
        all.add("0");
        var settings = Settings.parse(ProducerSettings.class, topics.flags(all.toArray(String[]::new)), Map.of());
        return ServiceHost.start(new TelemetryProducer(clock, heard), settings);
    }

    private static SchedulingDecision approved(Placement placement) {
        return SchedulingDecision.newBuilder()
                .setRequestId("r1")
                .setFleet("global")
                .setVerdict(Verdict.APPROVED)
                .setPowerMw(10)
                .setPlacement(placement)
                .setDecidedAt(placement.getStartsAt())
                .build();
    }

    private static String fault(ConsumerRecord<String, ?> record) {
        var header = record.headers().lastHeader(RecordPublisher.FAULT_HEADER);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static Map<String, List<Instant>> timesByRegion(TopicSpace topics) {
        return topics.allBytes(Topics.TELEMETRY_READINGS).stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        Collectors.mapping(record -> Instant.ofEpochMilli(record.timestamp()), Collectors.toList())));
    }

    /** Whether any two of these times, in this order, are not one step apart; a boolean, because a list of all would be unreadable. */
    private static boolean hasGaps(List<Instant> times, Duration step) {
        return IntStream.range(1, times.size())
                .anyMatch(at -> !times.get(at).equals(times.get(at - 1).plus(step)));
    }

    private static Map<Instant, Double> temperatures(TopicSpace topics, String region) {
        return topics.await(Topics.TELEMETRY_READINGS, 3 * 288).stream()
                .map(ConsumerRecord::value)
                .filter(reading -> reading.getRegion().equals(region))
                .collect(Collectors.toMap(TelemetryReading::getObservedAt, TelemetryReading::getTemperatureC));
    }

    private static Map<String, TelemetryReading> byRegionAndTime(TopicSpace topics) {
        var readings = new HashMap<String, TelemetryReading>();
        topics.await(Topics.TELEMETRY_READINGS, 3 * 3 * 288)
                .forEach(record -> readings.put(record.key() + record.value().getObservedAt(), record.value()));
        return readings;
    }

    private static Path record(TopicSpace topics, Path file) throws IOException {
        var lines = new ArrayList<>(List.of(ReadingCsv.HEADER));
        byRegionAndTime(topics).values().stream()
                .sorted(Comparator.comparing(TelemetryReading::getObservedAt))
                .forEach(reading -> lines.add(ReadingCsv.line(reading)));
        return Files.write(file, lines);
    }

    /** Records the progress. */
    private static final class Heard implements ProducerListener {

        private final List<Phase> phases = new CopyOnWriteArrayList<>();
        private final List<PublishedCounts> tallies = new CopyOnWriteArrayList<>();
        private volatile int live;

        @Override
        public void entered(Phase phase, Instant eventTime) {
            phases.add(phase);
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // called by one thread
        public void advanced(Progress progress) {
            if (progress.phase() == Phase.LIVE) {
                live++;
            }
        }

        @Override
        public void ended(PublishedCounts counts) {
            tallies.add(counts);
        }
    }
}
