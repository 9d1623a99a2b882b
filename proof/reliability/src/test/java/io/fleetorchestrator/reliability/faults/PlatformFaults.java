package io.fleetorchestrator.reliability.faults;

import io.fleetorchestrator.reliability.scene.Cluster;
import io.fleetorchestrator.reliability.scene.FaultScenario;
import io.fleetorchestrator.reliability.scene.Requests;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults of the brokers, the registry and the network. */
class PlatformFaults {

    @RegisterExtension
    static final FaultBench BENCH = new FaultBench();

    /** Longer than a request timeout and the session timeout of a group. */
    private static final Duration OUTAGE = Duration.ofSeconds(15);

    private final SplittableRandom random = new SplittableRandom(7);

    @AfterEach
    void repairEverything() {
        BENCH.cluster().mend();
        BENCH.cluster().registry().start();
        BENCH.cluster().awaitWhole();
    }

    @Test
    void brokerCrash() {
        var brokers = BENCH.cluster().brokers();
        try (var scene = scene()) {
            int runs = FaultBench.runs(2, 20);
            for (int run = 0; run < runs; run++) {
                var broker = brokers.get(run % brokers.size());
                scene.awaitMore(random.nextInt(10, 100));
                scene.suffer(broker::kill);
                broker.start();
                BENCH.cluster().awaitWhole();
            }
            BENCH.conclude("broker of three killed", runs, scene);
        }
    }

    @Test
    void rollingRestart() {
        try (var scene = scene()) {
            int runs = FaultBench.runs(1, 20);
            for (int run = 0; run < runs; run++) {
                for (var broker : BENCH.cluster().brokers()) {
                    scene.suffer(() -> {
                        broker.terminate();
                        broker.start();
                    });
                    BENCH.cluster().awaitWhole();
                }
            }
            BENCH.conclude("rolling restart of three brokers", runs, scene);
        }
    }

    @Test
    void networkCut() {
        Cluster cluster = BENCH.cluster();
        try (var scene = FaultScenario.of(cluster, Requests::numbered)) {
            // Only the scheduler connects through the proxies: the clients must see the effect.
            scene.startBehind(cluster.wiredBootstrapServers(), "one").awaitReady();
            scene.send(FaultBench.PER_SECOND);
            int runs = FaultBench.runs(2, 20);
            for (int run = 0; run < runs; run++) {
                scene.awaitMore(random.nextInt(10, 100));
                scene.suffer(() -> {
                    cluster.cut();
                    Pause.of(OUTAGE);
                    cluster.mend();
                });
            }
            BENCH.conclude("network cut for 15 s", runs, scene);
        }
    }

    @Test
    void registryGoneWhileRunning() {
        try (var scene = scene()) {
            int runs = FaultBench.runs(1, 10);
            for (int run = 0; run < runs; run++) {
                scene.awaitMore(50);
                scene.suffer(BENCH.cluster().registry()::stop);
                scene.awaitMore(50);
                BENCH.cluster().registry().start();
            }
            BENCH.conclude("registry gone while running", runs, scene);
        }
    }

    @Test
    void registryGoneAtTheStart() {
        var registry = BENCH.cluster().registry();
        try (var scene = scene()) {
            int runs = FaultBench.runs(1, 10);
            for (int run = 0; run < runs; run++) {
                scene.awaitMore(50);
                scene.suffer(() -> {
                    registry.stop();
                    scene.scheduler("one").kill();
                    scene.start("one");
                    Pause.of(OUTAGE);
                    registry.start();
                });
            }
            BENCH.conclude("registry gone for 15 s at the start", runs, scene);
        }
    }

    private static FaultScenario scene() {
        var scene = FaultScenario.of(BENCH.cluster(), Requests::numbered);
        scene.start("one").awaitReady();
        return scene.send(FaultBench.PER_SECOND);
    }
}
