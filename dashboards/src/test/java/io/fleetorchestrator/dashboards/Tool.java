package io.fleetorchestrator.dashboards;

import static org.assertj.core.api.BDDAssertions.then;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program of Prometheus, as Debian installs it. Tests that need it are skipped if it is not installed. */
enum Tool {
    PROMTOOL("promtool"),
    PROMETHEUS("prometheus"),
    ALERTMANAGER("prometheus-alertmanager");

    private final String program;

    Tool(String program) {
        this.program = program;
    }

    void needed() {
        assumeTrue(isThere(), program + " is not installed: .ci/packages brings it");
    }

    private boolean isThere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** Runs it to its end, which must be successful. */
    void run(Path directory, List<String> arguments) throws IOException, InterruptedException {
        needed();
        var process = builder(arguments).directory(directory.toFile()).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        then(process.waitFor()).as(output).isZero();
    }

    /** Starts it; its output goes to a file. */
    Process start(Path log, List<String> arguments) throws IOException {
        return builder(arguments).redirectOutput(log.toFile()).start();
    }

    private ProcessBuilder builder(List<String> arguments) {
        var command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true);
    }
}
