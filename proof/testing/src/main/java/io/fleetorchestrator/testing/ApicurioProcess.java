package io.fleetorchestrator.testing;

import io.fleetorchestrator.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Apicurio registry in a JVM of its own, which the build has unpacked to {@code target/apicurio}. */
public final class ApicurioProcess implements Server {

    private final ScratchDirectory data = ScratchDirectory.create("registry");
    private volatile int port = FreePort.find();
    private Optional<ChildJvm> running = Optional.empty();

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
            if (!FreePort.isFree(port)) {
                // Another server of the test has chosen the same port since.
                port = FreePort.find();
            }
            var jvm = ChildJvm.launch("registry", arguments(), Map.of());
            running = Optional.of(jvm);
            jvm.awaitOk(URI.create(origin() + "/health/ready"));
        }
    }

    private List<String> arguments() {
        return List.of(
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

    @Override
    public synchronized void stop() {
        running.ifPresent(ChildJvm::terminate);
        running = Optional.empty();
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
                                "no registry in target/apicurio; bring it with: ./mvnw -pl proof/testing -am pre-integration-test -DskipTests"));
    }

    private static Optional<Path> runnerJar(Path home) {
        try (var files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar")).findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
