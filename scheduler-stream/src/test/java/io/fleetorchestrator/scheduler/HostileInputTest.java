package io.fleetorchestrator.scheduler;

import static io.fleetorchestrator.testing.samples.Samples.FLEET;
import static io.fleetorchestrator.testing.samples.Samples.ISSUED;
import static io.fleetorchestrator.testing.samples.Samples.cancel;
import static io.fleetorchestrator.testing.samples.Samples.forecast;
import static io.fleetorchestrator.testing.samples.Samples.hour;
import static io.fleetorchestrator.testing.samples.Samples.profile;
import static io.fleetorchestrator.testing.samples.Samples.region;
import static io.fleetorchestrator.testing.samples.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.runtime.service.TopologyContext;
import io.fleetorchestrator.runtime.streams.TopologyFactory;
import io.fleetorchestrator.scheduler.metrics.SchedulerMetrics;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.DeadLetter;
import io.fleetorchestrator.testing.TopologyHarness;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that are valid in Avro but absurd. */
class HostileInputTest {

    /** Nearly as long as a record may be. */
    private static final String HUGE = "x".repeat(400_000);

    /** Half of the default limit of a topic. */
    private static final int SMALL_RECORD = 512 * 1024;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyHarness harness =
            TopologyHarness.run(TopologyFactory::withFailurePolicy, this::scheduler, ISSUED);

    @BeforeEach
    void aKnownFleet() {
        harness.pipe(Topics.FLEET_PROFILES, FLEET, profile("arizona"), ISSUED);
        harness.pipe(Topics.FORECAST_INTERVALS, "arizona", forecast("arizona"), ISSUED);
    }

    @AfterEach
    void close() {
        harness.close();
    }

    static Stream<Consumer<WorkloadRequest.Builder>> absurdRequests() {
        var never = Instant.ofEpochMilli(Long.MAX_VALUE);
        return Stream.of(
                request -> request.setHomeRegion(HUGE),
                request -> request.setTenant(HUGE),
                request -> request.setName(HUGE),
                request -> request.setFleet(HUGE),
                request -> request.setName("\u001b]0;pwned\u0007"),
                request -> request.setAllowedRegions(List.of(HUGE)),
                request -> request.setAllowedRegions(Collections.nCopies(50_000, "arizona")),
                request -> request.setEarliestStart(never),
                request -> request.setDeadline(never),
                request -> request.setDeadline(Instant.ofEpochMilli(Long.MIN_VALUE)),
                request -> request.setSubmittedAt(never),
                request -> request.setSubmittedAt(Instant.ofEpochMilli(Long.MIN_VALUE)),
                request -> request.setDurationHours(Integer.MAX_VALUE),
                request -> request.setMaxLatencyMs(Double.NaN).setHomeRegion("arizona"));
    }

    @ParameterizedTest
    @MethodSource("absurdRequests")
    void answersAnAbsurdRequestOnceWithAShortText(Consumer<WorkloadRequest.Builder> absurdity) {
        // when
        var absurd = request("absurd");
        absurdity.accept(absurd);
        ask(absurd.build());
        ask(absurd.build());
        ask(request("good").build());

        // then
        var answers = harness.readRecords(Topics.WORKLOAD_DECISIONS);
        assertThat(answers).extracting(record -> record.value().getRequestId()).containsExactly("absurd", "good");
        assertThat(answers)
                .extracting(record -> record.value().getVerdict())
                .containsExactly(Verdict.BLOCKED, Verdict.APPROVED);
        assertThat(answers.get(0).value().getDecidedAt()).isBetween(ISSUED, hour(1));
        assertThat(answers.get(0).value().toString().length()).isLessThan(SMALL_RECORD);
        assertThat(harness.deadLetters()).isEmpty();
    }

    @Test
    void deadLettersARequestForWhichNoDecisionCanBePublished() {
        ask(request(HUGE).build());
        harness.pipe(Topics.WORKLOAD_REQUESTS, HUGE, request("a").build(), ISSUED);
        harness.pipe(Topics.WORKLOAD_REQUESTS, "new\nline", request("b").build(), ISSUED);
        ask(request("good").build());

        assertThat(harness.deadLetters())
                .extracting(DeadLetter::reason)
                .containsExactly("UNANSWERABLE_REQUEST", "UNANSWERABLE_REQUEST", "UNANSWERABLE_REQUEST");
        assertThat(decisions()).extracting(SchedulingDecision::getRequestId).containsExactly("good");
    }

    static Stream<Consumer<FleetProfile>> absurdProfiles() {
        return Stream.of(
                profile -> profile.setRegions(List.of()),
                profile -> profile.setRegions(List.of(region("arizona"), region("arizona"))),
                profile -> profile.setRegions(List.of(region(""))),
                profile -> profile.setRegions(List.of(region(HUGE))),
                profile -> profile.setFleet("another"),
                profile -> profile.setUpdatedAt(Instant.ofEpochMilli(Long.MAX_VALUE)),
                profile -> profile.getPolicy().setConfidence(Double.NaN),
                profile -> profile.getPolicy().setConfidence(1),
                profile -> profile.getPolicy().setStaleAfterMinutes(0),
                profile -> profile.getPolicy().setCarbonWeight(Double.POSITIVE_INFINITY),
                profile -> profile.getPolicy().setThermalWeight(-1),
                profile -> first(profile).setHeatCouplingC(-500),
                profile -> first(profile).setCapacityMw(Double.POSITIVE_INFINITY),
                profile -> first(profile).setCapacityMw(0),
                profile -> first(profile).setTemperatureLimitC(Double.POSITIVE_INFINITY),
                profile -> first(profile).setDisplayName("\u202eanozira"),
                profile -> first(profile).setLatencyMs(Map.of("ireland", Double.NaN)));
    }

    @ParameterizedTest
    @MethodSource("absurdProfiles")
    void keepsTheLastValidProfileInForceAndPublishesWhy(Consumer<FleetProfile> absurdity) {
        // when
        var absurd = profile("arizona");
        absurdity.accept(absurd);
        harness.pipe(Topics.FLEET_PROFILES, FLEET, absurd, ISSUED);
        ask(request("good").build());

        // then
        assertThat(harness.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("INVALID_PROFILE");
            assertThat(letter.text()).contains(" is ").hasSizeLessThan(2_000);
        });
        assertThat(harness.read(Topics.FLEET_ADVISORIES)).singleElement().satisfies(advisory -> {
            assertThat(advisory.getKind()).isEqualTo(AdvisoryKind.PROFILE_REFUSED);
            assertThat(advisory.getFleet()).isEqualTo(FLEET);
            assertThat(advisory.getText())
                    .contains("the last valid one stays in force")
                    .hasSizeLessThan(2_000);
        });
        assertThat(decisions()).extracting(SchedulingDecision::getVerdict).containsExactly(Verdict.APPROVED);
    }

    @Test
    void rejectsForecastsWithImpossibleTimes() {
        // when
        harness.pipe(
                Topics.FORECAST_INTERVALS,
                "arizona",
                forecast("arizona", hour(24 * 365), hour -> 25, hour -> 50, hour -> 300),
                ISSUED);
        var ofHugeRegion = forecast(HUGE);
        harness.pipe(Topics.FORECAST_INTERVALS, HUGE, ofHugeRegion, ISSUED);
        var ofHugeFleet = forecast("arizona");
        ofHugeFleet.setFleet(HUGE);
        harness.pipe(Topics.FORECAST_INTERVALS, "arizona", ofHugeFleet, ISSUED);
        ask(request("good").build());

        // then
        assertThat(harness.deadLetters())
                .extracting(DeadLetter::reason)
                .containsExactly("INVALID_FORECAST", "INVALID_FORECAST", "INVALID_FORECAST");
        assertThat(decisions()).extracting(SchedulingDecision::getVerdict).containsExactly(Verdict.APPROVED);
    }

    @Test
    void storesOneSmallRecordForEachContentOfAnId() {
        for (int content = 1; content <= 200; content++) {
            ask(request("a").setPowerMw(content / 100.0).build());
        }
        ask(request("a").setPowerMw(0.5).build());

        assertThat(decisions()).hasSize(200);
        var answers = harness.<String, Object>store("fleet-answers");
        assertThat(answers.approximateNumEntries()).isEqualTo(200);
        try (var all = answers.all()) {
            all.forEachRemaining(entry -> assertThat(entry.value.toString()).hasSizeLessThan(100));
        }
    }

    @Test
    void hasNoMetricsOfFleetsThatDoNotExist() {
        ask(request("a").build());
        harness.advanceTime(Duration.ofSeconds(1));
        askAs("unknown-fleet");
        int before = meters.getMeters().size();

        for (int other = 0; other < 300; other++) {
            askAs("other-" + other);
        }
        harness.advanceTime(Duration.ofSeconds(1));

        assertThat(decisions()).hasSize(302);
        assertThat(meters.getMeters()).hasSize(before);
    }

    @Test
    void answersOnceForEachFleetThatDoesNotExist() {
        askAs("unknown-fleet");
        for (int other = 0; other < 300; other++) {
            askAs("other-" + other);
        }

        askAs("unknown-fleet");

        assertThat(decisions()).hasSize(301);
    }

    @Test
    void releasesByTheTimeOfTheFleetAndNotOfTheCancellation() {
        ask(request("a").build());
        var ahead = cancel("a");
        ahead.setSubmittedAt(hour(48));

        harness.pipe(Topics.WORKLOAD_REQUESTS, FLEET, ahead, ISSUED);

        assertThat(decisions())
                .extracting(SchedulingDecision::getVerdict)
                .containsExactly(Verdict.APPROVED, Verdict.APPROVED);
    }

    private void ask(WorkloadRequest request) {
        harness.pipe(Topics.WORKLOAD_REQUESTS, FLEET, request, ISSUED.plusSeconds(60));
    }

    private void askAs(String fleet) {
        harness.pipe(
                Topics.WORKLOAD_REQUESTS, fleet, request("a").setFleet(fleet).build(), ISSUED);
    }

    private List<SchedulingDecision> decisions() {
        return harness.read(Topics.WORKLOAD_DECISIONS);
    }

    private static RegionProfile first(FleetProfile profile) {
        return profile.getRegions().get(0);
    }

    private void scheduler(StreamsBuilder builder, AvroSerdes serdes) {
        var clock = Clock.fixed(hour(1), ZoneOffset.UTC);
        var context = new TopologyContext(serdes, Topics.DEFAULT_PREFIX, meters);
        new SchedulerTopology(context, Duration.ofDays(7), new SchedulerMetrics(meters, clock)).build(builder);
    }
}
