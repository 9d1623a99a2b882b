package io.fleetorchestrator.reliability.faults;

import io.fleetorchestrator.reliability.scene.FaultScenario;
import io.fleetorchestrator.reliability.scene.Requests;
import io.fleetorchestrator.testing.ChildService;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults of the scheduler. */
class SchedulerFaults {

    @RegisterExtension
    static final FaultBench BENCH = new FaultBench();

    /** Longer than the session and transaction timeouts of ten seconds, so that another instance has taken over. */
    private static final Duration PAST_ALL_TIMEOUTS = Duration.ofSeconds(15);

    private final SplittableRandom random = new SplittableRandom(42);

    @Test
    void crashLoop() {
        try (var scene = FaultScenario.of(BENCH.cluster(), Requests::numbered)) {
            scene.start("one", "--instance-id", "one").awaitReady();
            scene.send(FaultBench.PER_SECOND);
            int runs = FaultBench.runs(3, 100);
            for (int run = 0; run < runs; run++) {
                scene.awaitMore(random.nextInt(10, 100));
                scene.suffer(() -> {
                    scene.scheduler("one").kill();
                    scene.start("one", "--instance-id", "one");
                });
            }
            BENCH.conclude("scheduler killed", runs, scene);
        }
    }

    @Test
    void crashWithLostState() {
        try (var scene = FaultScenario.of(BENCH.cluster(), Requests::numbered)) {
            scene.start("0").awaitReady();
            scene.send(FaultBench.PER_SECOND);
            int runs = FaultBench.runs(2, 20);
            for (int run = 0; run < runs; run++) {
                var before = Integer.toString(run);
                var after = Integer.toString(run + 1);
                scene.awaitMore(random.nextInt(10, 100));
                scene.suffer(() -> {
                    scene.scheduler(before).kill();
                    scene.start(after);
                });
            }
            BENCH.conclude("scheduler killed, state directory lost", runs, scene);
        }
    }

    @Test
    void zombie() {
        try (var scene = FaultScenario.of(BENCH.cluster(), Requests::numbered)) {
            scene.start("one").awaitReady();
            scene.start("two").awaitReady();
            scene.send(FaultBench.PER_SECOND);
            int runs = FaultBench.runs(2, 10);
            for (int run = 0; run < runs; run++) {
                var frozen = scene.scheduler(run % 2 == 0 ? "one" : "two");
                scene.awaitMore(random.nextInt(10, 100));
                scene.suffer(frozen::freeze);
                Pause.of(PAST_ALL_TIMEOUTS);
                frozen.thaw();
            }
            BENCH.conclude("scheduler frozen past all timeouts, then thawed", runs, scene);
        }
    }

    @Test
    void slowConsumer() {
        try (var scene = FaultScenario.of(BENCH.cluster(), Requests::numbered)) {
            var slow = scene.start("one").awaitReady();
            scene.send(FaultBench.PER_SECOND);
            int runs = FaultBench.runs(1, 10);
            for (int run = 0; run < runs; run++) {
                scene.awaitMore(random.nextInt(10, 100));
                scene.suffer(() -> crawl(slow));
            }
            BENCH.conclude("scheduler at a twentieth of its pace for 20 s", runs, scene);
        }
    }

    /** Too slow for its input, but alive in its group: requests must wait and be answered in order. */
    private static void crawl(ChildService slow) {
        for (int second = 0; second < 20; second++) {
            slow.freeze();
            Pause.of(Duration.ofMillis(950));
            slow.thaw();
            Pause.of(Duration.ofMillis(50));
        }
    }

    @Test
    void instancesComeAndGo() {
        try (var scene = FaultScenario.of(BENCH.cluster(), Requests::numbered)) {
            scene.start("0").awaitReady();
            scene.send(FaultBench.PER_SECOND);
            int runs = FaultBench.runs(3, 30);
            for (int run = 0; run < runs; run++) {
                var leaving = scene.scheduler(Integer.toString(run));
                scene.start(Integer.toString(run + 1)).awaitReady();
                scene.awaitMore(random.nextInt(10, 100));
                scene.suffer(run % 2 == 0 ? leaving::terminate : leaving::kill);
            }
            BENCH.conclude("instances come and go", runs, scene);
        }
    }

    @Test
    void stateDiskFull() {
        try (var scene = FaultScenario.of(BENCH.cluster(), Requests::numbered);
                var disk = SmallDisk.mount()) {
            scene.start("one", disk.path().resolve("state")).awaitReady();
            scene.send(FaultBench.PER_SECOND);
            int runs = FaultBench.runs(1, 5);
            for (int run = 0; run < runs; run++) {
                scene.awaitMore(50);
                scene.suffer(disk::fill);
                scene.awaitMore(50);
                scene.suffer(() -> {
                    scene.scheduler("one").kill();
                    disk.clear();
                    scene.start("one", disk.path().resolve("state"));
                });
            }
            BENCH.conclude("state disk full, then killed", runs, scene);
        }
    }

    @Test
    void idlePartitions() {
        try (var scene = FaultScenario.of(
                BENCH.cluster(),
                number -> Requests.numbered(number).stream()
                        .filter(request -> request.getFleet().equals("global"))
                        .toList())) {
            scene.start("one").awaitReady();
            scene.send(FaultBench.PER_SECOND);
            int runs = FaultBench.runs(5, 50);
            for (int run = 0; run < runs; run++) {
                scene.awaitMore(10);
                scene.suffer(() -> {});
            }
            BENCH.conclude("all but one fleet idle", runs, scene);
        }
    }
}
