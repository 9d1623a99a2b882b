package io.fleetorchestrator.runtime.contract;

import static org.assertj.core.api.BDDAssertions.then;
import static org.awaitility.Awaitility.await;

import io.fleetorchestrator.runtime.service.ServiceHost;
import io.fleetorchestrator.runtime.settings.Settings;
import io.fleetorchestrator.runtime.testing.KafkaEnvironment;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RegistryOutageIT {

    private static final Instant AT = Instant.parse("2017-06-12T10:00:00Z");
    private static final Duration OUTAGE = Duration.ofSeconds(10);
    private static final int READINGS = 20;

    @RegisterExtension
    static final KafkaEnvironment kafka = KafkaEnvironment.isolated();

    @Test
    void losesNothingAndDeadLettersNothingWhileTheRegistryIsAway(@TempDir Path state) throws Exception {
        // given
        var topics = kafka.freshTopics();
        IntStream.range(0, READINGS)
                .forEach(minute -> topics.send(Topics.TELEMETRY_READINGS, "arizona", reading(minute), at(minute)));
        kafka.stopRegistry();

        // when: a service starts that knows no schema yet
        var flags = topics.flags("--http-port", "0", "--http-host", "127.0.0.1", "--state-dir", state.toString());
        try (var service =
                ServiceHost.start(new EchoService(), Settings.parse(EchoService.EchoSettings.class, flags, Map.of()))) {
            await().during(OUTAGE)
                    .atMost(OUTAGE.plusSeconds(5))
                    .until(() -> topics.allBytes(Topics.FLEET_ADVISORIES).isEmpty()
                            && topics.allBytes(Topics.DEAD_LETTER).isEmpty());
            kafka.startRegistry();

            // then
            then(topics.await(Topics.FLEET_ADVISORIES, READINGS))
                    .extracting(ConsumerRecord::value)
                    .extracting(Advisory::getRaisedAt)
                    .containsExactlyElementsOf(IntStream.range(0, READINGS)
                            .mapToObj(RegistryOutageIT::at)
                            .toList());
            then(topics.allBytes(Topics.DEAD_LETTER)).isEmpty();
            then(service.health().isAlive()).isTrue();
        }
    }

    private static Instant at(int minute) {
        return AT.plus(Duration.ofMinutes(minute));
    }

    private static TelemetryReading reading(int minute) {
        return TelemetryReading.newBuilder()
                .setRegion("arizona")
                .setObservedAt(at(minute))
                .setTemperatureC(30.0 + minute)
                .build();
    }
}
