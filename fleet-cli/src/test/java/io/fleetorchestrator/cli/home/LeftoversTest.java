package io.fleetorchestrator.cli.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @TempDir
    Path temporary;

    @Test
    void removesTheFilesOfKilledFleets() throws IOException {
        // given
        var library = Files.write(temporary.resolve("libxgboost4j123.so"), new byte[16]);
        var data = Files.createDirectories(temporary.resolve("fleet-up-456"));
        Files.createFile(data.resolve("lock"));
        Files.createDirectories(data.resolve("kafka/fleet.fleet.profiles-0"));
        var other = Files.createFile(temporary.resolve("somebody-else"));

        // when
        Leftovers.remove(temporary, Instant.now().plus(Duration.ofHours(1)));

        // then
        assertThat(library).doesNotExist();
        assertThat(data).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void keepsTheFilesOfARunningFleet() throws IOException {
        // given
        var data = Files.createDirectories(temporary.resolve("fleet-up-456"));
        try (var lock = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(lock.tryLock()).isNotNull();

            // when
            Leftovers.remove(temporary, Instant.now().plus(Duration.ofHours(1)));
        }

        // then
        assertThat(data.resolve("lock")).exists();
    }

    @Test
    void keepsFilesThatAreYoungEnoughForAStart() throws IOException {
        var library = Files.write(temporary.resolve("libxgboost4j123.so"), new byte[16]);

        Leftovers.remove(temporary, Instant.now());

        assertThat(library).exists();
    }
}
