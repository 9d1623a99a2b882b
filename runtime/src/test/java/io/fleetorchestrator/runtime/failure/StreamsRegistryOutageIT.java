package io.fleetorchestrator.runtime.failure;

import static org.assertj.core.api.BDDAssertions.then;

import io.fleetorchestrator.runtime.service.Relay;
import io.fleetorchestrator.runtime.service.RelayMain;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.KafkaEnvironment;
import io.fleetorchestrator.testing.TcpProxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class StreamsRegistryOutageIT {

    private static final int READINGS = 50;
    private static final Duration OUTAGE = Duration.ofSeconds(10);

    @RegisterExtension
    static final KafkaEnvironment kafka = KafkaEnvironment.shared();

    @TempDir
    private Path state;

    @Test
    void waitingForTheRegistryLosesAndDeadLettersNothing() throws Exception {
        outage(OUTAGE, "--kafka", "schema.registry.patience.ms=20000");
    }

    @Test
    void replacingAThreadAfterARegistryTimeoutLosesNothing() throws Exception {
        outage(Duration.ofSeconds(3), "--kafka", "schema.registry.patience.ms=0");
    }

    private void outage(Duration length, String... flags) throws Exception {
        // given
        var topics = kafka.freshTopics();
        var registry = URI.create(kafka.registryUrl());
        try (var wire = TcpProxy.to(registry.getHost(), registry.getPort());
                var relay = Relay.start(state, throughWire(topics.flags(flags), registry, wire))) {

            // when
            wire.cut();
            for (var i = 0; i < READINGS; i++) {
                Relay.send(topics, "region-" + i);
            }
            Awaitility.await("nothing to come through a cut wire")
                    .during(length)
                    .atMost(length.plusMinutes(1))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> topics.allBytes(RelayMain.RELAYED).isEmpty());
            wire.mend();

            // then
            then(topics.await(RelayMain.RELAYED, READINGS)).hasSize(READINGS);
            then(topics.allBytes(Topics.DEAD_LETTER)).isEmpty();
            then(relay.health().isAlive()).isTrue();
        }
    }

    private static String[] throughWire(String[] flags, URI registry, TcpProxy wire) {
        var direct = Integer.toString(registry.getPort());
        return Arrays.stream(flags)
                .map(flag -> flag.startsWith("http") ? flag.replace(direct, Integer.toString(wire.port())) : flag)
                .toArray(String[]::new);
    }
}
