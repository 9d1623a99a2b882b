package io.fleetorchestrator.reliability.hostile;

import io.fleetorchestrator.center.CommandCenter;
import io.fleetorchestrator.forecaster.Forecaster;
import io.fleetorchestrator.reliability.scene.FaultScenario;
import io.fleetorchestrator.testing.ChildService;
import io.fleetorchestrator.testing.ScratchDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All services that read records of clients, each in a process. */
final class Services implements AutoCloseable {

    private static final String SCHEDULER = "scheduler";

    private final FaultScenario scene;
    private final ScratchDirectory directory = ScratchDirectory.create("hostile");
    private ChildService forecaster;
    private final ChildService center;

    Services(FaultScenario scene) {
        this.scene = scene;
        startScheduler();
        this.forecaster = startForecaster();
        this.center = ChildService.start(
                CommandCenter.class, scene.topics().flags("--web-port", "0", "--state-dir", state("center")));
    }

    private void startScheduler() {
        scene.start(SCHEDULER, "--instance-id", SCHEDULER);
    }

    private ChildService startForecaster() {
        return ChildService.start(
                Forecaster.class,
                scene.topics()
                        .flags(
                                "--state-dir",
                                state("forecaster"),
                                "--instance-id",
                                "forecaster",
                                "--retrain-every",
                                "PT0S"));
    }

    private String state(String name) {
        return directory.path().resolve(name).toString();
    }

    Services awaitReady() {
        byName().values().forEach(ChildService::awaitReady);
        return this;
    }

    /** SIGKILL for the two services with state. */
    void killAndRestart() {
        scene.scheduler(SCHEDULER).kill();
        startScheduler();
        forecaster.kill();
        forecaster = startForecaster();
    }

    List<String> stopped() {
        return byName().entrySet().stream()
                .filter(service -> !service.getValue().isAlive())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Lines of the metrics of each. */
    Stream<String> metrics() {
        return byName().values().stream()
                .flatMap(service -> service.get("/metrics").lines());
    }

    private Map<String, ChildService> byName() {
        var services = new LinkedHashMap<String, ChildService>();
        services.put(SCHEDULER, scene.scheduler(SCHEDULER));
        services.put("forecaster", forecaster);
        services.put("command center", center);
        return services;
    }

    @Override
    public void close() {
        forecaster.close();
        center.close();
        directory.close();
    }
}
