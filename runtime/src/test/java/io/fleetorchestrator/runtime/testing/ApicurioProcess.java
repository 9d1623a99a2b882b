package io.fleetorchestrator.runtime.testing;

import io.fleetorchestrator.runtime.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real Apicurio registry in a JVM of its own, which the build has unpacked to {@code target/apicurio}. */
final class ApicurioProcess implements Server {

    /** It needs 4 s alone; two cores shared with a whole build have been seen to take 20. */
    private static final Duration START_TIMEOUT = Duration.ofSeconds(90);

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final ScratchDirectory data = ScratchDirectory.create("registry");
    private final int port = FreePort.find();
    private final Path log = Path.of("target", "registry-" + port + ".log");
    private final HttpClient http = HttpClient.newHttpClient();
    private Optional<Process> running = Optional.empty();

    @Override
    public String address() {
        return origin() + "/apis/ccompat/v7";
    }

    private String origin() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public synchronized void start() {
        if (running.isEmpty()) {
            var process = launch();
            running = Optional.of(process);
            Awaitility.await("registry on " + origin() + ", which logs to " + log.toAbsolutePath())
                    .atMost(START_TIMEOUT)
                    .failFast("the registry has exited, see " + log.toAbsolutePath(), () -> !process.isAlive())
                    .until(this::isReady);
        }
    }

    private Process launch() {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            var process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            // Also when the tests die half-way: nothing may outlive them.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "stop-registry"));
            return process;
        } catch (IOException impossible) {
            throw new UncheckedIOException("cannot start a registry", impossible);
        }
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                // It lives for a minute: quick to start beats quick in the long run.
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dapicurio.datasource.url=jdbc:h2:file:" + data.path().resolve("registry"),
                "-jar",
                runnerJar().toString());
    }

    private boolean isReady() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(origin() + "/health/ready"))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public synchronized void stop() {
        running.ifPresent(ApicurioProcess::end);
        running = Optional.empty();
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        data.close();
    }

    private static Path runnerJar() {
        return Stream.iterate(Path.of("").toAbsolutePath(), directory -> directory != null, Path::getParent)
                .map(directory -> directory.resolve("target").resolve("apicurio"))
                .filter(Files::isDirectory)
                .findFirst()
                .flatMap(ApicurioProcess::runnerJar)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "no registry in target/apicurio; bring it with: ./mvnw -pl runtime -am process-test-resources"));
    }

    private static Optional<Path> runnerJar(Path home) {
        try (var files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar")).findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
