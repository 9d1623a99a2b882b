package io.fleetorchestrator.scheduler.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fleetorchestrator.scheduler.Fleets;
import io.fleetorchestrator.scheduler.Scheduler;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.ChildService;
import io.fleetorchestrator.testing.KafkaEnvironment;
import io.fleetorchestrator.testing.TopicSpace;
import io.fleetorchestrator.testing.samples.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Kills the scheduler while it works, and compares its state with its decisions. */
class ExactlyOnceIT {

    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.isolated();

    private static final int REQUESTS = 1_000;
    private static final int KILLS = 3;
    /** Few enough that most of them are sent within one commit interval, so that the kill finds an open transaction. */
    private static final int OPEN = 20;

    private static final List<String> FLEETS = List.of("global", "emea", "apac");
    private static final String[] REGIONS = {"arizona", "ireland", "wyoming"};

    private final SplittableRandom random = new SplittableRandom(42);

    @TempDir
    Path state;

    @Test
    void everyRequestIsDecidedOnceUnderKillsAndABrokerRestart() {
        // given
        var topics = KAFKA.freshTopics();
        FLEETS.forEach(fleet -> Fleets.publish(topics, fleet, REGIONS));
        var requests = requests();

        // when the scheduler is killed while requests arrive, and the broker restarts under the last instance
        int batch = REQUESTS / (KILLS + 1);
        for (int kill = 0; kill < KILLS; kill++) {
            sendAndKill(topics, requests, kill * batch, (kill + 1) * batch);
        }
        finish(topics, requests.subList(KILLS * batch, REQUESTS));

        // then
        var decisions = topics.all(Topics.WORKLOAD_DECISIONS).stream()
                .map(ConsumerRecord::value)
                .toList();
        assertThat(decisions.stream().map(ExactlyOnceIT::identity))
                .hasSize(REQUESTS)
                .doesNotHaveDuplicates();
        assertThat(decisions.stream()
                        .filter(decision -> decision.getVerdict() == Verdict.APPROVED)
                        .count())
                .isGreaterThan(100);
        assertThat(placementsKept(topics)).isEqualTo(placementsDecided(decisions));
        nothingIsOvercommitted(decisions);
    }

    /** Kills the scheduler with some requests of this range decided, some on the topic, and some still to come. */
    private void sendAndKill(TopicSpace topics, List<WorkloadRequest> requests, int from, int to) {
        int decided = random.nextInt(from, to - OPEN);
        try (var scheduler = start(topics)) {
            scheduler.awaitReady();
            if (from == 0) {
                // Later instances restore what this one has stored.
                Fleets.awaitKnown(scheduler, FLEETS);
            }
            send(topics, requests.subList(from, decided));
            awaitDecisions(topics, decided);
            send(topics, requests.subList(decided, decided + OPEN));
            var sending = CompletableFuture.runAsync(() -> send(topics, requests.subList(decided + OPEN, to)));
            scheduler.kill();
            sending.join();
        }
    }

    private void finish(TopicSpace topics, List<WorkloadRequest> batch) {
        try (var scheduler = start(topics)) {
            scheduler.awaitReady();
            send(topics, batch.subList(0, batch.size() / 2));
            KAFKA.restartBroker();
            send(topics, batch.subList(batch.size() / 2, batch.size()));
            awaitDecisions(topics, REQUESTS);
            assertThat(scheduler.terminate()).isZero();
        }
    }

    private ChildService start(TopicSpace topics) {
        return ChildService.start(
                Scheduler.class, topics.flags("--state-dir", state.toString(), "--instance-id", "scheduler-0"));
    }

    private static void send(TopicSpace topics, List<WorkloadRequest> requests) {
        for (var request : requests) {
            topics.send(Topics.WORKLOAD_REQUESTS, request.getFleet(), request, request.getSubmittedAt());
            if (request.getDurationHours() == 1) {
                // Like a client that got no acknowledgement.
                topics.send(Topics.WORKLOAD_REQUESTS, request.getFleet(), request, request.getSubmittedAt());
            }
        }
    }

    private static void awaitDecisions(TopicSpace topics, int count) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> topics.allBytes(Topics.WORKLOAD_DECISIONS).size() >= count);
    }

    /** Submissions and, now and then, the cancellation of an earlier one. */
    private List<WorkloadRequest> requests() {
        var requests = new ArrayList<WorkloadRequest>();
        for (int number = 0; number < REQUESTS; number++) {
            var fleet = FLEETS.get(random.nextInt(FLEETS.size()));
            var at = Samples.ISSUED.plusMillis(number);
            // Every tenth request cancels the one before it.
            requests.add(number % 10 == 9 ? cancellation(requests.get(number - 1), at) : submission(fleet, number, at));
        }
        return requests;
    }

    private WorkloadRequest submission(String fleet, int number, Instant at) {
        return Fleets.request(fleet, "r" + number)
                .setSubmittedAt(at)
                .setPowerMw(random.nextInt(1, 30) / 10.0)
                .setDurationHours(random.nextInt(1, 6))
                .build();
    }

    private static WorkloadRequest cancellation(WorkloadRequest of, Instant at) {
        return WorkloadRequest.newBuilder()
                .setRequestId(of.getRequestId())
                .setFleet(of.getFleet())
                .setAction(RequestAction.CANCEL)
                .setSubmittedAt(at)
                .build();
    }

    private static String identity(SchedulingDecision decision) {
        return decision.getFleet() + "/" + decision.getRequestId() + "/" + decision.getAction();
    }

    /** The placed workloads by the state of the scheduler: the last record of every key of its changelog. */
    private static Map<String, String> placementsKept(TopicSpace topics) {
        var codec = PlacedCodec.of(topics.serdes());
        var values = PlacedCodec.serde(topics.serdes()).deserializer();
        var kept = new TreeMap<String, String>();
        for (var record :
                Changelog.read(KAFKA.bootstrapServers(), topics.prefix() + "scheduler-fleet-placements-changelog")) {
            if (record.value() == null) {
                kept.remove(record.key().replace('\0', '/'));
            } else {
                var placed = codec.read(values.deserialize(record.topic(), record.value()));
                kept.put(record.key().replace('\0', '/'), placed.region() + " " + placed.start() + "-" + placed.end());
            }
        }
        return kept;
    }

    /** The same, computed from the decisions. */
    private static Map<String, String> placementsDecided(List<SchedulingDecision> decisions) {
        var placed = new TreeMap<String, String>();
        for (var decision : decisions) {
            var key = decision.getFleet() + "/" + decision.getRequestId();
            if (decision.getVerdict() == Verdict.APPROVED && decision.getAction() == RequestAction.SUBMIT) {
                var placement = decision.getPlacement();
                placed.put(
                        key,
                        placement.getRegion() + " " + hour(placement.getStartsAt()) + "-"
                                + hour(placement.getEndsAt()));
            } else if (decision.getVerdict() == Verdict.APPROVED) {
                placed.remove(key);
            }
        }
        return placed;
    }

    /** Half of the 100 MW of each region is inflexible load. */
    private static void nothingIsOvercommitted(List<SchedulingDecision> decisions) {
        var committed = new TreeMap<String, Double>();
        for (var decision : decisions) {
            if (decision.getVerdict() == Verdict.APPROVED) {
                double change =
                        decision.getAction() == RequestAction.SUBMIT ? decision.getPowerMw() : -decision.getPowerMw();
                var placement = decision.getPlacement();
                for (long hour = hour(placement.getStartsAt()); hour < hour(placement.getEndsAt()); hour++) {
                    committed.merge(decision.getFleet() + placement.getRegion() + hour, change, Double::sum);
                }
            }
        }
        assertThat(committed.values())
                .allSatisfy(megawatts -> assertThat(megawatts).isCloseTo(25, within(25.000001)));
    }

    private static long hour(Instant instant) {
        return instant.getEpochSecond() / 3600;
    }
}
