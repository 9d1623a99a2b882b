package io.fleetorchestrator.reliability;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.reliability.hostile.Changelogs;
import io.fleetorchestrator.reliability.oracle.CommittedLoad;
import io.fleetorchestrator.reliability.oracle.Findings;
import io.fleetorchestrator.reliability.scene.SmallFleets;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.ObjectiveWeights;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.KafkaEnvironment;
import io.fleetorchestrator.testing.TopicSpace;
import io.fleetorchestrator.testing.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Single requests that once harmed a fleet, each in a fleet of its own. */
class HostileRequestsIT {

    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.shared();

    /** The number of requests that move the clock by seven days, if each moves it by five minutes. */
    private static final int ENOUGH_TO_FORGET = 2_100;

    private static final int CONTENTS = 6_000;

    private static TopicSpace topics;
    private static SmallFleets fleets;

    @BeforeAll
    static void start() {
        topics = KAFKA.freshTopics();
        fleets = new SmallFleets(KAFKA, topics);
    }

    @AfterAll
    static void stop() {
        fleets.close();
    }

    @Test
    void aRetryIsNotDecidedAgainDespiteWrongClocksOfOthers() {
        // given
        var fleet = fleets.fleet("clocks");
        var asked = fleets.request(fleet, "first").build();
        fleets.send(asked);
        fleets.awaitDecisions(fleet, 1);

        // when others are ten years ahead, and the next forecasts come
        var ahead = Samples.ISSUED.plus(Duration.ofDays(3_650));
        IntStream.range(0, ENOUGH_TO_FORGET)
                .forEach(number -> fleets.send(fleets.request(fleet, "ahead-" + number)
                        .setSubmittedAt(ahead.plusMillis(number))
                        .build()));
        fleets.awaitDecisions(fleet, 1 + ENOUGH_TO_FORGET);
        fleets.forecast(fleet, Samples.ISSUED.plus(Duration.ofHours(1)));
        fleets.send(asked);
        fleets.send(fleets.request(fleet, "last").build());

        // then
        var decisions = fleets.awaitDecisions(fleet, ENOUGH_TO_FORGET + 2);
        then(decisions)
                .filteredOn(decision -> decision.getRequestId().equals("first"))
                .hasSize(1)
                .allMatch(decision -> decision.getVerdict() == Verdict.APPROVED);
        then(CommittedLoad.audit(decisions)).isEqualTo(Findings.NONE);
    }

    @Test
    void aRefusedCancellationSucceedsWithTheRightClock() {
        // given
        var fleet = fleets.fleet("cancellations");
        fleets.send(fleets.request(fleet, "placed")
                .setPowerMw(49)
                .setHomeRegion(fleets.region(fleet))
                .build());
        fleets.awaitDecisions(fleet, 1);

        // when it is cancelled with clocks that are days and ages ahead, and then with the right one
        fleets.send(fleets.cancel(fleet, "placed", Samples.ISSUED.plus(Duration.ofDays(2))));
        fleets.send(fleets.cancel(fleet, "placed", Instant.ofEpochMilli(Long.MAX_VALUE)));
        fleets.send(fleets.cancel(fleet, "placed", Samples.ISSUED.plus(Duration.ofMinutes(20))));
        fleets.send(fleets.request(fleet, "next").setPowerMw(49).build());

        // then
        Awaitility.await("the power to be given back and placed again")
                .atMost(Duration.ofMinutes(3))
                .until(() -> fleets.decisions(fleet).stream()
                        .anyMatch(decision -> decision.getRequestId().equals("next")));
        var decisions = fleets.decisions(fleet);
        then(decisions)
                .filteredOn(decision ->
                        decision.getAction() == RequestAction.CANCEL && decision.getVerdict() == Verdict.APPROVED)
                .hasSize(1);
        then(decisions)
                .filteredOn(decision -> decision.getRequestId().equals("next"))
                .allMatch(decision -> decision.getVerdict() == Verdict.APPROVED)
                .allMatch(decision -> decision.getEvidence().getHours().get(0).getCommittedMw() == 0);
        then(CommittedLoad.audit(decisions)).isEqualTo(Findings.NONE);
    }

    @Test
    void hugeWeightsAreAnsweredOnce() {
        // given
        var fleet = fleets.fleet("weights");
        var weights = List.of(1e308, Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NaN, -1.0, 1e9);

        // when
        for (int number = 0; number < weights.size(); number++) {
            double weight = weights.get(number);
            fleets.send(fleets.request(fleet, "w" + number)
                    .setWeights(new ObjectiveWeights(weight, weight, weight, weight))
                    .setEarliestStart(Samples.hour(8))
                    .build());
        }
        fleets.send(fleets.request(fleet, "neighbour").build());

        // then
        var decisions = fleets.awaitDecisions(fleet, weights.size() + 1);
        then(decisions)
                .extracting(SchedulingDecision::getRequestId)
                .containsExactly("w0", "w1", "w2", "w3", "w4", "w5", "neighbour");
    }

    @Test
    void manyContentsUnderOneIdAreAnsweredOnceEachInLittleSpace() {
        // given
        var fleet = fleets.fleet("contents");
        long before = Changelogs.bytes(KAFKA, topics, "answers");

        // when
        IntStream.rangeClosed(1, CONTENTS)
                .forEach(number -> fleets.send(fleets.request(fleet, "same")
                        .setPowerMw(number / 1_000.0)
                        .build()));

        // then
        var decisions = fleets.awaitDecisions(fleet, CONTENTS);
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
    void anInvalidProfileKeepsTheLastValidOne() {
        // given
        var fleet = fleets.fleet("profiles");
        int letters = topics.allBytes(Topics.DEAD_LETTER).size();

        // when
        var bad = List.of(
                capacity(fleet, Double.NaN),
                capacity(fleet, Double.POSITIVE_INFINITY),
                weightless(fleet),
                twice(fleet));
        bad.forEach(profile -> topics.send(Topics.FLEET_PROFILES, fleet, profile, Samples.ISSUED));
        topics.sendBytes(Topics.FLEET_PROFILES, fleet, new byte[] {1, 2, 3}, Samples.ISSUED);

        // then
        topics.awaitDeadLetters(letters + bad.size() + 1);
        fleets.send(fleets.request(fleet, "after").setPowerMw(50).build());
        fleets.send(fleets.request(fleet, "too-much").setPowerMw(51).build());
        var decisions = fleets.awaitDecisions(fleet, 2);
        then(decisions).extracting(SchedulingDecision::getVerdict).containsExactly(Verdict.APPROVED, Verdict.BLOCKED);
    }

    private static FleetProfile capacity(String fleet, double capacityMw) {
        var profile = fleets.profile(fleet);
        profile.getRegions().get(0).setCapacityMw(capacityMw);
        return profile;
    }

    private static FleetProfile weightless(String fleet) {
        var profile = fleets.profile(fleet);
        profile.getPolicy().setCarbonWeight(Double.NaN);
        return profile;
    }

    private static FleetProfile twice(String fleet) {
        var profile =
                Samples.profile(List.of(Samples.region(fleets.region(fleet)), Samples.region(fleets.region(fleet))));
        profile.setFleet(fleet);
        return profile;
    }
}
