package io.fleetorchestrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a fake checkout, with a build and a JDK that only print their calls. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final String BUILD = """
        #!/usr/bin/env bash
        echo "[INFO] Building core 1.0 [1/2]"
        mkdir -p fleet-cli/target && echo jar > fleet-cli/target/fleet-cli.jar
        """;

    @TempDir
    Path checkout;

    private Path jdk;

    @BeforeEach
    void checkOut() throws IOException {
        executable(checkout.resolve("fleet"), Files.readString(Path.of("..", "fleet")));
        executable(checkout.resolve("mvnw"), BUILD);
        Files.createDirectories(checkout.resolve("core/src/main/java"));
        Files.writeString(checkout.resolve("core/src/main/java/A.java"), "class A {}");
        jdk = jdk("jdk-17", 17);
    }

    @Test
    void buildsAndThenRuns() throws Exception {
        var first = run(jdk, "decisions", "--last", "3");

        assertThat(first.exitCode()).isZero();
        assertThat(first.err()).contains("Building");
        assertThat(first.out()).contains("fleet-cli.jar decisions --last 3");
        assertThat(run(jdk, "decisions").err()).as("built already").isEmpty();
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        // given
        run(jdk, "--version");

        // when
        Files.setLastModifiedTime(
                checkout.resolve("core/src/main/java/A.java"),
                FileTime.from(Instant.now().plusSeconds(60)));

        // then
        assertThat(run(jdk, "--version").err()).contains("Building");
    }

    @Test
    void cachesTheClassesOfAFleetForLaterStarts() throws Exception {
        assertThat(run(jdk, "up").out()).contains("-XX:ArchiveClassesAtExit=");
        var archive = checkout.resolve(".fleet/classes-17.jsa");

        // then
        Files.write(archive, new byte[1]);
        assertThat(run(jdk, "decisions").out()).doesNotContain("jsa");
        try (var file = new RandomAccessFile(archive.toFile(), "rw")) {
            file.setLength(90_000_000);
        }
        assertThat(run(jdk, "decisions").out()).contains("-XX:SharedArchiveFile=" + archive);
    }

    @Test
    void skipsTheSecondCompilerForShortCommandsOnly() throws Exception {
        assertThat(run(jdk, "decisions").out()).contains("-XX:TieredStopAtLevel=1");
        assertThat(run(jdk, "up").out()).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void hidesTheFilesOfAFleetFromOtherUsers() throws Exception {
        assertThat(run(jdk, "up").out()).contains("umask 0077");
        assertThat(run(jdk, "decisions").out()).doesNotContain("umask 0077");
    }

    @Test
    void showsTheErrorOfAFailedBuild() throws Exception {
        executable(checkout.resolve("mvnw"), """
            #!/usr/bin/env bash
            echo "[ERROR] cannot find symbol"
            exit 1
            """);

        var failed = run(jdk, "up");

        assertThat(failed.exitCode()).isEqualTo(2);
        assertThat(failed.err())
                .contains("cannot find symbol")
                .contains("fleet: the build failed")
                .contains("see .fleet/build.log");
    }

    @Test
    void skipsAJdkThatIsTooOld() throws Exception {
        var old = jdk("jdk-11", 11);

        var run = run(old, "--version");

        assertThat(run.err()).contains("JAVA_HOME=" + old + " is not a JDK of version 17 or newer");
    }

    @Test
    void namesTheMissingJdk() throws Exception {
        var launcher = Files.readString(checkout.resolve("fleet"));
        executable(
                checkout.resolve("fleet"),
                launcher.replaceFirst("(?s)for candidate in /usr/lib.*?; do", "for candidate in /nowhere; do")
                        .replace("command -v javac", "command -v no-javac"));

        var run = run(Path.of("/nowhere"), "up");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("fleet: no JDK of version 17 or newer found")
                .contains("apt install openjdk-17-jdk-headless");
    }

    private Path jdk(String name, int version) throws IOException {
        var home = checkout.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        executable(home.resolve("bin/java"), """
            #!/bin/sh
            case "$1" in
                -XshowSettings*) echo "    java.specification.version = %d" ;;
                *) echo "java $*"; echo "umask $(umask)" ;;
            esac
            """.formatted(version));
        return home;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Typed run(Path javaHome, String... words) throws IOException, InterruptedException {
        var command = new ProcessBuilder(checkout.resolve("fleet").toString());
        command.command().addAll(List.of(words));
        command.environment().put("JAVA_HOME", javaHome.toString());
        var err = checkout.resolve("err");
        var process = command.redirectError(err.toFile()).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Typed(process.waitFor(), out, Files.readString(err));
    }
}
