package io.fleetorchestrator.scheduler;

import static io.fleetorchestrator.testing.samples.Samples.FLEET;
import static io.fleetorchestrator.testing.samples.Samples.ISSUED;
import static io.fleetorchestrator.testing.samples.Samples.forecast;
import static io.fleetorchestrator.testing.samples.Samples.hour;
import static io.fleetorchestrator.testing.samples.Samples.profile;
import static io.fleetorchestrator.testing.samples.Samples.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.runtime.service.TopologyContext;
import io.fleetorchestrator.runtime.streams.TopologyFactory;
import io.fleetorchestrator.scheduler.metrics.SchedulerMetrics;
import io.fleetorchestrator.schemas.contract.AdvisoryKind;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.ReasonCode;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.GoldenTopology;
import io.fleetorchestrator.testing.TopologyHarness;
import io.fleetorchestrator.testing.samples.Samples;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.StreamsBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchedulerTopologyTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyHarness harness =
            TopologyHarness.run(TopologyFactory::withFailurePolicy, this::scheduler, ISSUED);

    @AfterEach
    void close() {
        harness.close();
    }

    @Test
    void matchesItsGoldenFile() {
        GoldenTopology.assertMatches(harness.topology(), "scheduler");
    }

    @Test
    void answersARequestOnceUnderTheKeyOfItsFleet() {
        // given
        known();

        // when
        ask(request("a").build());
        ask(request("a").build());

        // then
        assertThat(harness.readRecords(Topics.WORKLOAD_DECISIONS))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.key()).isEqualTo(FLEET);
                    assertThat(record.getRecordTime()).isEqualTo(record.value().getDecidedAt());
                    assertThat(record.value().getVerdict()).isEqualTo(Verdict.APPROVED);
                });
    }

    @Test
    void answersRequestsOnAWrongPartition() {
        // given a fleet that does not belong to partition 0, to which this driver sends all records
        var fleet = "fleet-that-lives-elsewhere";
        harness.pipe(Topics.FLEET_PROFILES, fleet, profileOf(fleet), ISSUED);
        var forecast = forecast("arizona");
        forecast.setFleet(fleet);
        harness.pipe(Topics.FORECAST_INTERVALS, "arizona", forecast, ISSUED);

        // when
        var asked = request("a").setFleet(fleet).build();
        harness.pipe(Topics.WORKLOAD_REQUESTS, fleet, asked, asked.getSubmittedAt());

        // then
        assertThat(harness.read(Topics.WORKLOAD_DECISIONS))
                .singleElement()
                .satisfies(decision -> assertThat(decision.getVerdict()).isEqualTo(Verdict.APPROVED));
    }

    @Test
    void blocksARequestWhoseKeyIsNotItsFleet() {
        known();

        harness.pipe(Topics.WORKLOAD_REQUESTS, "other", request("a").build(), ISSUED);

        assertThat(decision().getReasons().get(0).getText()).contains("'global'", "'other'");
    }

    @Test
    void blocksAfterARestartWithAnEmptyForecastTable() {
        harness.pipe(Topics.FLEET_PROFILES, FLEET, profile("arizona"), ISSUED);

        ask(request("a").build());

        assertThat(decision().getReasons().get(0).getCode()).isEqualTo(ReasonCode.NO_FORECAST);
    }

    @Test
    void forgetsAFleetWhoseProfileIsDeleted() {
        known();
        harness.pipe(Topics.FLEET_PROFILES, FLEET, null, ISSUED);

        ask(request("a").build());

        assertThat(decision().getReasons().get(0).getCode()).isEqualTo(ReasonCode.UNKNOWN_FLEET);
    }

    @Test
    void advisesWhenAPlacementBecomesUnsafe() {
        known();
        ask(request("a").setEarliestStart(hour(6)).build());

        harness.pipe(
                Topics.FORECAST_INTERVALS,
                "arizona",
                forecast("arizona", hour(1), hour -> 36, hour -> 50, hour -> 300),
                hour(1));

        assertThat(harness.readRecords(Topics.FLEET_ADVISORIES)).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(FLEET);
            assertThat(record.value().getKind()).isEqualTo(AdvisoryKind.AT_RISK);
        });
    }

    @Test
    void deadLettersRecordsThatCannotBeReadOrAnswered() {
        known();

        harness.pipeBytes(Topics.WORKLOAD_REQUESTS, FLEET, "no request".getBytes(UTF_8), ISSUED);
        harness.pipeBytes(Topics.WORKLOAD_REQUESTS, FLEET, null, ISSUED);
        ask(request("a").build());

        assertThat(harness.deadLetters()).hasSize(2);
        assertThat(decision().getVerdict()).isEqualTo(Verdict.APPROVED);
    }

    @Test
    void hasNoTimestampOfAnAnswerAfterThatOfItsRequest() {
        known();
        var lost = request("a")
                .setSubmittedAt(Instant.parse("2099-01-01T00:00:00Z"))
                .build();

        harness.pipe(Topics.WORKLOAD_REQUESTS, FLEET, lost, ISSUED);

        assertThat(harness.readRecords(Topics.WORKLOAD_DECISIONS))
                .singleElement()
                .satisfies(record -> assertThat(record.getRecordTime()).isEqualTo(ISSUED));
    }

    @Test
    void removesWorkloadsAndAnswersThatHavePassed() {
        known();
        ask(request("a").build());
        assertThat(harness.<String, byte[]>store("fleet-placements").approximateNumEntries())
                .isEqualTo(1);
        assertThat(harness.<String, byte[]>store("fleet-answers").approximateNumEntries())
                .isEqualTo(1);

        harness.pipe(
                Topics.FORECAST_INTERVALS,
                "arizona",
                forecast("arizona", hour(8 * 24), hour -> 30, hour -> 50, hour -> 300),
                hour(8 * 24));

        assertThat(harness.<String, byte[]>store("fleet-placements").approximateNumEntries())
                .isZero();
        assertThat(harness.<String, byte[]>store("fleet-answers").approximateNumEntries())
                .isZero();
    }

    @Test
    void hasMetrics() {
        known();

        ask(request("a").setHomeRegion("arizona").build());
        ask(request("b").setPowerMw(60).build());
        harness.advanceTime(Duration.ofSeconds(1));

        assertThat(meters.get("fleet.decisions")
                        .tag("verdict", "APPROVED")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("fleet.blocks")
                        .tag("reason", "CAPACITY_EXCEEDED")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("fleet.committed.power")
                        .tag("region", "arizona")
                        .gauge()
                        .value())
                .isEqualTo(10);
        assertThat(meters.get("fleet.headroom.power")
                        .tag("region", "arizona")
                        .gauge()
                        .value())
                .isEqualTo(40);
        assertThat(meters.get("fleet.forecast.age")
                        .tag("region", "arizona")
                        .gauge()
                        .value())
                .isEqualTo(3600);
        assertThat(meters.get("fleet.ledger.size").gauge().value()).isEqualTo(4);
        assertThat(meters.get("fleet.decision.margins")
                        .tag("verdict", "APPROVED")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("fleet.carbon.saved").gauge().value()).isZero();
        assertThat(meters.get("fleet.region.bound").gauge().value())
                .isBetween(0.0, meters.get("fleet.region.limit").gauge().value());
        assertThat(meters.get("fleet.placed.carbon").counter().count())
                .isPositive()
                .isEqualTo(meters.get("fleet.baseline.carbon").counter().count());
    }

    @Test
    void countsNoWaitingTimeIfTheClockOfTheClientIsAhead() {
        known();

        harness.pipe(
                Topics.WORKLOAD_REQUESTS,
                FLEET,
                request("a").setSubmittedAt(ISSUED.plus(Duration.ofDays(365))).build(),
                hour(2));

        var latency = meters.get("fleet.decision.latency").timer();
        assertThat(latency.count()).isEqualTo(1);
        assertThat(latency.totalTime(TimeUnit.SECONDS)).isZero();
    }

    private void known() {
        harness.pipe(Topics.FLEET_PROFILES, FLEET, profile("arizona"), ISSUED);
        harness.pipe(Topics.FORECAST_INTERVALS, "arizona", forecast("arizona"), ISSUED);
    }

    private void ask(WorkloadRequest request) {
        harness.pipe(Topics.WORKLOAD_REQUESTS, FLEET, request, request.getSubmittedAt());
    }

    private SchedulingDecision decision() {
        return harness.read(Topics.WORKLOAD_DECISIONS).get(0);
    }

    private static FleetProfile profileOf(String fleet) {
        var profile = Samples.profile(List.of(Samples.region("arizona")));
        profile.setFleet(fleet);
        return profile;
    }

    private void scheduler(StreamsBuilder builder, AvroSerdes serdes) {
        var clock = Clock.fixed(hour(1), ZoneOffset.UTC);
        var context = new TopologyContext(serdes, Topics.DEFAULT_PREFIX, meters);
        new SchedulerTopology(context, Duration.ofDays(7), new SchedulerMetrics(meters, clock)).build(builder);
    }
}
