package io.fleetorchestrator.reliability;

import static org.assertj.core.api.BDDAssertions.then;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fleetorchestrator.center.CommandCenter;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.reliability.oracle.Findings;
import io.fleetorchestrator.reliability.scene.FaultScenario;
import io.fleetorchestrator.reliability.scene.Meadow;
import io.fleetorchestrator.reliability.scene.Requests;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.topics.Topics;
import io.fleetorchestrator.testing.ChildService;
import io.fleetorchestrator.testing.KafkaEnvironment;
import io.fleetorchestrator.testing.ScratchDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Upgrades a fleet under load from a released version to this one, one instance at a time. {@code .ci/upgrade} builds that
 * version and runs this test with the directory of its jars in {@code -Dupgrade.from}.
 */
class RollingUpgradeIT {

    @RegisterExtension
    static final KafkaEnvironment KAFKA = KafkaEnvironment.isolated();

    private static final List<String> INSTANCES = List.of("one", "two");
    private static final int PER_SECOND = 50;

    /** Decisions before each step. */
    private static final int BETWEEN = 150;

    /** Every request is repeated this much later, when most were decided by the version before. */
    private static final int REPEATED_AFTER = 300;

    private static String from = "";

    private final Map<String, ChildService> forecasters = new HashMap<>();

    @BeforeAll
    static void findOldVersion() {
        from = System.getProperty("upgrade.from", "");
        assumeTrue(!from.isEmpty(), "-Dupgrade.from does not name the jars of an older version: see .ci/upgrade");
        then(Files.isDirectory(Path.of(from)))
                .as("-Dupgrade.from=%s is a directory", from)
                .isTrue();
    }

    @Test
    void anUpgradeInstanceByInstanceLosesNothingAndDecidesNothingTwice() {
        try (var scene = FaultScenario.of(KAFKA, RollingUpgradeIT::withRepeats);
                var state = ScratchDirectory.create("upgrade")) {
            // given two instances of each service of the old version
            var meadows = Stream.of("meadow", "pasture", "orchard")
                    .map(region -> new Meadow(scene.topics(), region))
                    .toList();
            INSTANCES.forEach(name -> scene.start(old(), name, "--instance-id", name));
            INSTANCES.forEach(name -> forecasters.put(name, forecaster(old(), scene, state, name)));
            var oldCenter = center(old(), scene, state);
            INSTANCES.forEach(name -> scene.scheduler(name).awaitReady());
            forecasters.values().forEach(ChildService::awaitReady);
            oldCenter.awaitReady();

            // when one after the other is stopped and started again as the new version
            scene.send(PER_SECOND);
            for (var name : INSTANCES) {
                goOn(scene, meadows);
                then(scene.scheduler(name).terminate()).isZero();
                scene.start(name, "--instance-id", name).awaitReady();
            }
            for (var name : INSTANCES) {
                goOn(scene, meadows);
                then(Objects.requireNonNull(forecasters.get(name)).terminate()).isZero();
                forecasters.put(name, forecaster(Map.of(), scene, state, name).awaitReady());
            }
            goOn(scene, meadows);
            then(oldCenter.terminate()).isZero();
            try (var newCenter = center(Map.of(), scene, state)) {
                newCenter.awaitReady();
                goOn(scene, meadows);
            }
            goOn(scene, meadows);

            // then
            then(scene.judge()).isEqualTo(Findings.NONE);
            then(meadows).extracting(Meadow::audit).containsOnly(Findings.NONE);
            then(scene.topics().allBytes(Topics.DEAD_LETTER)).isEmpty();
            // Both versions have decided: decisions of 0.1.0 have no fingerprint.
            then(scene.decisions())
                    .anyMatch(decision -> decision.getFingerprint() == null)
                    .anyMatch(decision -> decision.getFingerprint() != null);
        } finally {
            forecasters.values().forEach(ChildService::close);
        }
    }

    private static void goOn(FaultScenario scene, List<Meadow> meadows) {
        for (int hour = 0; hour < 5; hour++) {
            meadows.forEach(Meadow::sendAnHour);
        }
        scene.awaitMore(BETWEEN);
    }

    private static List<WorkloadRequest> withRepeats(int number) {
        var now = Requests.numbered(number).stream();
        return (number < REPEATED_AFTER ? now : Stream.concat(now, Requests.numbered(number - REPEATED_AFTER).stream()))
                .toList();
    }

    private static Map<String, String> old() {
        return Map.of("CLASSPATH", Path.of(from).toAbsolutePath().resolve("*").toString());
    }

    private static ChildService forecaster(
            Map<String, String> variables, FaultScenario scene, ScratchDirectory state, String name) {
        var directory = state.path().resolve("forecaster-" + name).toString();
        return ChildService.start(
                Forecaster.class,
                variables,
                scene.topics().flags("--state-dir", directory, "--instance-id", name, "--retrain-every", "PT0S"));
    }

    private static ChildService center(Map<String, String> variables, FaultScenario scene, ScratchDirectory state) {
        var directory = state.path().resolve("center").toString();
        return ChildService.start(
                CommandCenter.class, variables, scene.topics().flags("--state-dir", directory, "--web-port", "0"));
    }
}
