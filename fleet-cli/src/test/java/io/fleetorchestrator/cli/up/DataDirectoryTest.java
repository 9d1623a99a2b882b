package io.fleetorchestrator.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path home;

    @Test
    void belongsToOneFleetAtATime() throws IOException {
        try (var mine = DataDirectory.open(Optional.of(home))) {
            assertThatThrownBy(() -> DataDirectory.open(Optional.of(home)))
                    .hasMessage(mine.path() + " is in use by another 'fleet up'");
        }
        try (var later = DataDirectory.open(Optional.of(home))) {
            assertThat(later.path()).isEqualTo(home);
        }
    }

    @Test
    void isDeletedUnlessItWasChosen() throws IOException {
        Path path;
        try (var fresh = DataDirectory.open(Optional.empty())) {
            path = fresh.path();
            Files.createDirectories(fresh.kafka().resolve("deep/inside"));
        }
        assertThat(path).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isHiddenFromOtherUsers() throws IOException {
        // given a directory that an earlier version left readable
        var old = Files.createDirectories(home.resolve("old"));
        Files.createDirectories(old.resolve("kafka"));
        Files.createFile(old.resolve("kafka/meta.properties"));
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(old.resolve("kafka"), PosixFilePermissions.fromString("rwxr-xr-x"));

        // when
        try (var fresh = DataDirectory.open(Optional.of(home.resolve("new/data")));
                var kept = DataDirectory.open(Optional.of(old))) {

            // then
            assertThat(List.of(fresh.path(), fresh.kafka(), fresh.registry(), fresh.state(), kept.path(), kept.kafka()))
                    .extracting(DataDirectoryTest::permissions)
                    .containsOnly("rwx------");
            assertThat(permissions(fresh.path().resolve("lock"))).isEqualTo("rw-------");
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void staysIfItWasChosen() throws IOException {
        try (var chosen = DataDirectory.open(Optional.of(home.resolve("kept")))) {
            Files.createDirectories(chosen.kafka());
        }
        assertThat(home.resolve("kept/kafka")).exists();
    }
}
