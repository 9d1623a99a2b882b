package io.fleetorchestrator.cli.image;

import io.fleetorchestrator.cli.Typed;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** The distribution without {@code lib/extra}, as in the image of the services. */
final class SlimDistribution {

    private static final Path BUILT = Path.of("target");

    private final Path home;

    private SlimDistribution(Path home) {
        this.home = home;
    }

    static SlimDistribution in(Path home) throws IOException {
        var lib = Files.createDirectory(home.resolve("lib"));
        Files.copy(BUILT.resolve("fleet-cli.jar"), home.resolve("fleet-cli.jar"));
        for (var jar : jars(BUILT.resolve("lib"))) {
            Files.copy(jar, lib.resolve(jar.getFileName()));
        }
        return new SlimDistribution(home);
    }

    /** Names of its libraries. */
    List<String> libraries() throws IOException {
        return names(home.resolve("lib"));
    }

    /** Names of the third-party libraries. */
    List<String> librariesOfOthers() throws IOException {
        return jars(home.resolve("lib")).stream()
                .filter(jar -> !isOurs(jar))
                .map(jar -> jar.getFileName().toString())
                .toList();
    }

    /** Names of the libraries that only the full distribution has. */
    static List<String> leftOut() throws IOException {
        return names(BUILT.resolve("lib/extra"));
    }

    /** Runs a command to its end, in a JVM of its own. */
    Typed run(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", "fleet-cli.jar"));
        command.addAll(List.of(words));
        var err = home.resolve("err");
        var process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectError(err.toFile())
                .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Typed(process.waitFor(), out, Files.readString(err));
    }

    /** Our classes that refer to a missing class, as jdeps finds them. */
    List<String> classesThatMissSomething() throws IOException {
        var found = new StringWriter();
        var arguments = new ArrayList<>(List.of("--multi-release", "17", "--missing-deps", "-cp", classPath()));
        jars(home.resolve("lib")).stream()
                .filter(SlimDistribution::isOurs)
                .map(Path::toString)
                .forEach(arguments::add);
        arguments.add(home.resolve("fleet-cli.jar").toString());
        try (var out = new PrintWriter(found)) {
            ToolProvider.findFirst("jdeps").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        }
        return found.toString()
                .lines()
                .filter(line -> line.startsWith("   io.fleetorchestrator."))
                .map(line -> line.strip().replaceFirst(" .*", ""))
                .distinct()
                .toList();
    }

    private String classPath() throws IOException {
        return jars(home.resolve("lib")).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isOurs(Path jar) {
        try (var files = FileSystems.newFileSystem(jar)) {
            return Files.exists(files.getPath("META-INF/maven/io.fleetorchestrator"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path directory) throws IOException {
        return jars(directory).stream().map(jar -> jar.getFileName().toString()).toList();
    }

    private static List<Path> jars(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
