package io.fleetorchestrator.cli.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
    void goesAwayWhenNobodyChoseIt() throws IOException {
        Path path;
        try (var fresh = DataDirectory.open(Optional.empty())) {
            path = fresh.path();
            Files.createDirectories(fresh.kafka().resolve("deep/inside"));
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void staysWhenItWasChosen() throws IOException {
        try (var chosen = DataDirectory.open(Optional.of(home.resolve("kept")))) {
            Files.createDirectories(chosen.kafka());
        }
        assertThat(home.resolve("kept/kafka")).exists();
    }
}
