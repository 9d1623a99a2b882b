package io.fleetorchestrator.scheduler;

import static io.fleetorchestrator.testing.samples.Samples.FLEET;
import static io.fleetorchestrator.testing.samples.Samples.forecast;
import static io.fleetorchestrator.testing.samples.Samples.hour;
import static io.fleetorchestrator.testing.samples.Samples.profile;
import static io.fleetorchestrator.testing.samples.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetorchestrator.runtime.service.TopologyContext;
import io.fleetorchestrator.runtime.streams.TopologyFactory;
import io.fleetorchestrator.scheduler.metrics.SchedulerMetrics;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.TopologyHarness;
import io.fleetorchestrator.testing.samples.Samples;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.streams.StreamsBuilder;
import org.junit.jupiter.api.Test;

/** Replaying a recorded log gives the same bytes, with any wall clock. */
class ReplayTest {

    private record Entry<V>(Topic<V> topic, String key, V value, Instant at) {

        void pipe(TopologyHarness harness) {
            harness.pipe(topic, key, value, at);
        }
    }

    @Test
    void aReplayOfARecordedLogGivesTheSameBytes() throws IOException {
        var first = answers(Instant.parse("2026-07-01T19:00:00Z"));
        var again = answers(Instant.parse("2031-01-01T00:00:00Z"));

        assertThat(first).hasSizeGreaterThan(200);
        assertThat(again).isEqualTo(first);
    }

    private static List<ByteBuffer> answers(Instant wallClock) throws IOException {
        try (var harness = TopologyHarness.run(
                TopologyFactory::withFailurePolicy,
                (builder, serdes) -> scheduler(builder, serdes, wallClock),
                wallClock)) {
            log().forEach(entry -> entry.pipe(harness));
            var answers = new ArrayList<ByteBuffer>();
            for (var decision : harness.read(Topics.WORKLOAD_DECISIONS)) {
                answers.add(decision.toByteBuffer());
            }
            for (var advisory : harness.read(Topics.FLEET_ADVISORIES)) {
                answers.add(advisory.toByteBuffer());
            }
            return answers;
        }
    }

    private static List<Entry<? extends SpecificRecordBase>> log() {
        var random = new SplittableRandom(7);
        var log = new ArrayList<Entry<? extends SpecificRecordBase>>();
        log.add(new Entry<>(Topics.FLEET_PROFILES, FLEET, profile("arizona", "ireland"), Samples.ISSUED));
        for (int hour = 0; hour < 12; hour++) {
            for (var region : List.of("arizona", "ireland")) {
                double base = 28 + random.nextDouble() * 8;
                var forecast = forecast(region, hour(hour), ahead -> base + ahead % 4, ahead -> 50, ahead -> 300);
                log.add(new Entry<>(Topics.FORECAST_INTERVALS, region, forecast, hour(hour)));
            }
            for (int count = 0; count < 20; count++) {
                var at = hour(hour).plus(Duration.ofMinutes(count));
                var asked = request("r" + hour + "-" + count)
                        .setSubmittedAt(at)
                        .setPowerMw(1 + random.nextInt(20))
                        .build();
                log.add(new Entry<>(Topics.WORKLOAD_REQUESTS, FLEET, asked, at));
            }
        }
        return log;
    }

    private static void scheduler(StreamsBuilder builder, AvroSerdes serdes, Instant wallClock) {
        var meters = new SimpleMeterRegistry();
        var clock = Clock.fixed(wallClock, ZoneOffset.UTC);
        new SchedulerTopology(
                        new TopologyContext(serdes, Topics.DEFAULT_PREFIX, meters),
                        Duration.ofDays(7),
                        new SchedulerMetrics(meters, clock))
                .build(builder);
    }
}
