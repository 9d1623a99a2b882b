package io.fleetorchestrator.reliability.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fleetorchestrator.reliability.oracle.Answers;
import io.fleetorchestrator.reliability.oracle.Findings;
import io.fleetorchestrator.reliability.scene.FaultScenario;
import io.fleetorchestrator.reliability.scene.Requests;
import io.fleetorchestrator.schemas.contract.Verdict;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults of clients. */
class InputFaults {

    @RegisterExtension
    static final FaultBench BENCH = new FaultBench();

    private final SplittableRandom random = new SplittableRandom(3);

    @Test
    void poison() {
        try (var scene = scene(Requests::numbered)) {
            var poisoned = new ArrayList<String>();
            int runs = FaultBench.runs(5, 200);
            for (int run = 0; run < runs; run++) {
                scene.awaitMore(20);
                scene.suffer(() -> poisoned.add(poison(scene)));
            }
            var judged = scene.judge();
            var letters = scene.topics().awaitDeadLetters(poisoned.size()).stream()
                    .map(DeadLetter::origin)
                    .toList();
            BENCH.conclude("poison among the requests", runs, scene, judged.and(Answers.compare(poisoned, letters)));
        }
    }

    private String poison(FaultScenario scene) {
        var fleet = Requests.FLEETS.get(random.nextInt(Requests.FLEETS.size()));
        var sent = scene.topics()
                .sendBytes(Topics.WORKLOAD_REQUESTS, fleet, poisons().get(random.nextInt(4)), Instant.now());
        return sent.partition() + "/" + sent.offset();
    }

    /** Not Avro; framed with an unknown schema; truncated; and only a frame. */
    private List<byte[]> poisons() {
        var noise = new byte[random.nextInt(1, 200)];
        for (int at = 0; at < noise.length; at++) {
            noise[at] = (byte) random.nextInt();
        }
        return List.of(
                "{\"requestId\": \"json\"}".getBytes(UTF_8),
                ByteBuffer.allocate(105).put((byte) 0).putInt(2_000_000_000).array(),
                noise,
                new byte[] {0});
    }

    @Test
    void clocksThatAreWrong() {
        try (var scene = scene(InputFaults::withWrongClock)) {
            int runs = FaultBench.runs(3, 20);
            for (int run = 0; run < runs; run++) {
                scene.awaitMore(50);
                scene.suffer(() -> {});
            }
            var judged = scene.judge().and(stillApproving(scene));
            BENCH.conclude("requests from last and from next year", runs, scene, judged);
        }
    }

    /** Every tenth is stamped last year; a few are stamped next year, and are decided by that time only. */
    private static List<WorkloadRequest> withWrongClock(int number) {
        var requests = Requests.numbered(number);
        if (number % 10 == 0) {
            requests.get(0).setSubmittedAt(requests.get(0).getSubmittedAt().minus(Duration.ofDays(365)));
        } else if (number % 300 == 1) {
            requests.get(0).setSubmittedAt(requests.get(0).getSubmittedAt().plus(Duration.ofDays(365)));
        }
        return requests;
    }

    private static Findings stillApproving(FaultScenario scene) {
        var decisions = scene.decisions();
        boolean approving = decisions.subList(decisions.size() - 50, decisions.size()).stream()
                .anyMatch(decision -> decision.getVerdict() == Verdict.APPROVED);
        return approving
                ? Findings.NONE
                : new Findings(List.of(), List.of(), List.of("wrong clocks prevent all approvals"));
    }

    @Test
    void duplicatesOutOfOrder() {
        try (var scene = scene(Requests::repeated)) {
            int runs = FaultBench.runs(3, 20);
            for (int run = 0; run < runs; run++) {
                scene.awaitMore(50);
                scene.suffer(() -> {
                    scene.scheduler("one").kill();
                    scene.start("one");
                });
            }
            BENCH.conclude("requests repeated out of order, scheduler killed", runs, scene);
        }
    }

    private static FaultScenario scene(IntFunction<List<WorkloadRequest>> requests) {
        var scene = FaultScenario.of(BENCH.cluster(), requests);
        scene.start("one").awaitReady();
        return scene.send(FaultBench.PER_SECOND);
    }
}
