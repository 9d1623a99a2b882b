package io.fleetorchestrator.cli.image;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.RestartPolicy;
import io.fleetorchestrator.testing.ContainerNetwork;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;

/** The image with one command, restricted as on a hardened platform: only its volumes are writable, no capabilities. */
final class FleetContainer extends GenericContainer<FleetContainer> {

    /** A service starts in seconds; seven containers on two cores take longer. */
    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);

    /** Longer than the 30 s that a topology takes at most. */
    private static final int STOP_TIMEOUT_SECONDS = 60;

    private static final long MEMORY = 1L << 30;

    private static final int RESTARTS = 5;

    private FleetContainer(String image, ContainerNetwork home, String... command) {
        super(image);
        withNetwork(home.network());
        withEnv("FLEET_BOOTSTRAP_SERVERS", home.bootstrapServers());
        withEnv("FLEET_SCHEMA_REGISTRY_URL", home.registryUrl());
        withCommand(command);
        withCreateContainerCmdModifier(FleetContainer::restrict);
    }

    /** A service, which has started when the image's own health check passes. */
    static FleetContainer service(String image, ContainerNetwork home, String... command) {
        return new FleetContainer(image, home, command)
                .waitingFor(Wait.forHealthcheck().withStartupTimeout(START_TIMEOUT));
    }

    /** A job, which runs to its end. */
    static FleetContainer job(String image, ContainerNetwork home, String... command) {
        return new FleetContainer(image, home, command)
                .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(START_TIMEOUT));
    }

    private static void restrict(CreateContainerCmd create) {
        Objects.requireNonNull(create.getHostConfig())
                .withReadonlyRootfs(true)
                // As orchestrators do: a service that has waited too long for its registry fails.
                .withRestartPolicy(RestartPolicy.onFailureRestart(RESTARTS))
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges"))
                .withMemory(MEMORY);
    }

    /** Stops it with SIGTERM, as an orchestrator does, and returns its exit code. */
    long terminate() {
        getDockerClient()
                .stopContainerCmd(getContainerId())
                .withTimeout(STOP_TIMEOUT_SECONDS)
                .exec();
        return getCurrentContainerInfo().getState().getExitCodeLong();
    }

    /** Starts the same container again. */
    void resume() {
        getDockerClient().startContainerCmd(getContainerId()).exec();
    }

    /** Runs a command inside and returns its output, or that it failed. */
    Result inside(String... command) throws IOException, InterruptedException {
        var result = execInContainer(command);
        return new Result(result.getExitCode() == 0, result.getStdout().strip());
    }

    /** The result of a command. */
    record Result(boolean succeeded, String output) {}
}
