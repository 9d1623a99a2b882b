package io.fleetorchestrator.reliability;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.core.samples.Samples;
import io.fleetorchestrator.reliability.hostile.Changelogs;
import io.fleetorchestrator.reliability.oracle.CommittedLoad;
import io.fleetorchestrator.reliability.oracle.Findings;
import io.fleetorchestrator.reliability.scene.GroupOffsets;
import io.fleetorchestrator.runtime.testing.ChildService;
import io.fleetorchestrator.runtime.testing.KafkaEnvironment;
import io.fleetorchestrator.runtime.testing.ScratchDirectory;
import io.fleetorchestrator.runtime.testing.TopicSpace;
import io.fleetorchestrator.scheduler.Scheduler;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.ObjectiveWeights;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What single clients have done to a fleet by one request or a few, each on a fleet of its own beside the others. */
class HostileRequestsIT {

    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.shared();

    private static final ScratchDirectory STATE = ScratchDirectory.create("hostile-requests");

    /** So many answers are remembered for seven days of a clock that goes on five minutes with each request. */
    private static final int ENOUGH_TO_FORGET = 2_100;

    private static final int CONTENTS = 6_000;

    private static final Instant SENT = Samples.ISSUED.plus(Duration.ofMinutes(12));

    private static TopicSpace topics;
    private static ChildService scheduler;

    @BeforeAll
    static void start() {
        topics = KAFKA.freshTopics();
        scheduler = ChildService.start(
                Scheduler.class, topics.flags("--state-dir", STATE.path().toString()));
        scheduler.awaitReady();
    }

    @AfterAll
    static void stop() {
        scheduler.close();
        STATE.close();
    }

    @Test
    void aRetryIsNotDecidedAgainWhateverTheClocksOfOthersShow() {
        // given
        var fleet = fleet("clocks");
        var asked = request(fleet, "first").build();
        send(asked);
        awaitDecisions(fleet, 1);

        // when others are ten years ahead, and the next forecasts come
        var ahead = Samples.ISSUED.plus(Duration.ofDays(3_650));
        IntStream.range(0, ENOUGH_TO_FORGET)
                .forEach(number -> send(request(fleet, "ahead-" + number)
                        .setSubmittedAt(ahead.plusMillis(number))
                        .build()));
        awaitDecisions(fleet, 1 + ENOUGH_TO_FORGET);
        forecast(fleet, Samples.ISSUED.plus(Duration.ofHours(1)));
        send(asked);
        send(request(fleet, "last").build());

        // then
        var decisions = awaitDecisions(fleet, ENOUGH_TO_FORGET + 2);
        then(decisions)
                .filteredOn(decision -> decision.getRequestId().equals("first"))
                .hasSize(1)
                .allMatch(decision -> decision.getVerdict() == Verdict.APPROVED);
        then(CommittedLoad.audit(decisions)).isEqualTo(Findings.NONE);
    }

    @Test
    void aCancellationThatWasRefusedSucceedsWithTheRightClock() {
        // given
        var fleet = fleet("cancellations");
        send(request(fleet, "placed").setPowerMw(49).setHomeRegion(region(fleet)).build());
        awaitDecisions(fleet, 1);

        // when it is taken back with clocks that are days and ages ahead, and then with the right one
        send(cancel(fleet, "placed", Samples.ISSUED.plus(Duration.ofDays(2))));
        send(cancel(fleet, "placed", Instant.ofEpochMilli(Long.MAX_VALUE)));
        send(cancel(fleet, "placed", Samples.ISSUED.plus(Duration.ofMinutes(20))));
        send(request(fleet, "next").setPowerMw(49).build());

        // then
        Awaitility.await("the power to be given back and placed again")
                .atMost(Duration.ofMinutes(3))
                .until(() -> decisions(fleet).stream()
                        .anyMatch(decision -> decision.getRequestId().equals("next")));
        var decisions = decisions(fleet);
        then(decisions)
                .filteredOn(decision -> decision.getAction() == RequestAction.CANCEL
                        && decision.getVerdict() == Verdict.APPROVED)
                .hasSize(1);
        then(decisions)
                .filteredOn(decision -> decision.getRequestId().equals("next"))
                .allMatch(decision -> decision.getVerdict() == Verdict.APPROVED)
                .allMatch(decision ->
                        decision.getEvidence().getHours().get(0).getCommittedMw() == 0);
        then(CommittedLoad.audit(decisions)).isEqualTo(Findings.NONE);
    }

    @Test
    void weightsPastAllMeasureAreAnsweredOnce() {
        // given
        var fleet = fleet("weights");
        var weights = List.of(1e308, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN, -1.0, 1e9);

        // when
        for (int number = 0; number < weights.size(); number++) {
            double weight = weights.get(number);
            send(request(fleet, "w" + number)
                    .setWeights(new ObjectiveWeights(weight, weight, weight, weight))
                    .setEarliestStart(Samples.hour(8))
                    .build());
        }
        send(request(fleet, "neighbour").build());

        // then
        var decisions = awaitDecisions(fleet, weights.size() + 1);
        then(decisions)
                .extracting(SchedulingDecision::getRequestId)
                .containsExactly("w0", "w1", "w2", "w3", "w4", "w5", "neighbour");
    }

    @Test
    void manyContentsUnderOneIdAreAnsweredOnceEachAndKeptInTheirSize() {
        // given
        var fleet = fleet("contents");
        long before = Changelogs.bytes(KAFKA, topics, "answers");

        // when
        IntStream.rangeClosed(1, CONTENTS)
                .forEach(number -> send(
                        request(fleet, "same").setPowerMw(number / 1_000.0).build()));

        // then
        var decisions = awaitDecisions(fleet, CONTENTS);
        then(decisions).hasSize(CONTENTS);
        then(decisions)
                .filteredOn(decision -> decision.getVerdict() == Verdict.APPROVED)
                .hasSize(1);
        then(decisions)
                .filteredOn(decision -> decision.getVerdict() == Verdict.BLOCKED)
                .allMatch(decision -> decision.getReasons().get(0).getCode() == ReasonCode.REQUEST_ID_REUSED);
        then(Changelogs.bytes(KAFKA, topics, "answers") - before).isLessThan(CONTENTS * 1_000L);
    }

    @Test
    void aProfileThatCannotBeMeantLeavesTheLastGoodOneInForce() {
        // given
        var fleet = fleet("profiles");
        int letters = topics.allBytes(Topics.DEAD_LETTER).size();

        // when
        var bad = List.of(capacity(fleet, Double.NaN), capacity(fleet, Double.POSITIVE_INFINITY), weightless(fleet), twice(fleet));
        bad.forEach(profile -> topics.send(Topics.FLEET_PROFILES, fleet, profile, Samples.ISSUED));
        topics.sendBytes(Topics.FLEET_PROFILES, fleet, new byte[] {1, 2, 3}, Samples.ISSUED);

        // then
        topics.awaitDeadLetters(letters + bad.size() + 1);
        send(request(fleet, "after").setPowerMw(50).build());
        send(request(fleet, "too-much").setPowerMw(51).build());
        var decisions = awaitDecisions(fleet, 2);
        then(decisions).extracting(SchedulingDecision::getVerdict).containsExactly(Verdict.APPROVED, Verdict.BLOCKED);
    }

    private static FleetProfile capacity(String fleet, double capacityMw) {
        var profile = profile(fleet);
        profile.getRegions().get(0).setCapacityMw(capacityMw);
        return profile;
    }

    private static FleetProfile weightless(String fleet) {
        var profile = profile(fleet);
        profile.getPolicy().setCarbonWeight(Double.NaN);
        return profile;
    }

    private static FleetProfile twice(String fleet) {
        var profile = Samples.profile(List.of(Samples.region(region(fleet)), Samples.region(region(fleet))));
        profile.setFleet(fleet);
        return profile;
    }

    private static FleetProfile profile(String fleet) {
        var profile = Samples.profile(region(fleet));
        profile.setFleet(fleet);
        return profile;
    }

    private static String region(String fleet) {
        return fleet + "-region";
    }

    /** A fleet of one region, half empty, that can be asked now. */
    private static String fleet(String name) {
        // From here on Avro trusts the types of the contract, which samples are built of.
        topics.serdes();
        topics.send(Topics.FLEET_PROFILES, name, profile(name), Samples.ISSUED);
        forecast(name, Samples.ISSUED);
        return name;
    }

    private static void forecast(String fleet, Instant issuedAt) {
        var forecast = Samples.forecast(region(fleet), issuedAt, hour -> 25, hour -> 50, hour -> 300);
        forecast.setFleet(fleet);
        topics.send(Topics.FORECAST_INTERVALS, region(fleet), forecast, issuedAt);
        // Requests come by another way than forecasts, and may overtake them.
        awaitRead(topics.name(Topics.FLEET_PROFILES));
        awaitRead(topics.name(Topics.FORECAST_INTERVALS));
        awaitRead(topics.prefix() + "scheduler-forecasts-by-fleet-repartition");
    }

    private static void awaitRead(String topic) {
        GroupOffsets.awaitRead(KAFKA, topics.prefix() + "scheduler", topic);
    }

    private static WorkloadRequest.Builder request(String fleet, String id) {
        return Samples.request(id).setFleet(fleet).setPowerMw(1);
    }

    private static WorkloadRequest cancel(String fleet, String id, Instant submittedAt) {
        var cancel = Samples.cancel(id);
        cancel.setFleet(fleet);
        cancel.setSubmittedAt(submittedAt);
        return cancel;
    }

    /** Stamped as clients with a right clock stamp them: brokers refuse records from the future. */
    private static void send(WorkloadRequest request) {
        topics.send(Topics.WORKLOAD_REQUESTS, request.getFleet(), request, SENT);
    }

    private static List<SchedulingDecision> awaitDecisions(String fleet, int count) {
        return Awaitility.await(count + " decisions for " + fleet)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> decisions(fleet), decisions -> decisions.size() >= count);
    }

    private static List<SchedulingDecision> decisions(String fleet) {
        return topics.all(Topics.WORKLOAD_DECISIONS).stream()
                .map(ConsumerRecord::value)
                .filter(decision -> decision.getFleet().equals(fleet))
                .toList();
    }
}
