package io.fleetorchestrator.producer.regions;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionsFileTest {

    @TempDir
    private Path directory;

    @Test
    void hasThreeBuiltInRegions() {
        then(RegionsFile.shipped())
                .hasSize(1)
                .first()
                .satisfies(fleet -> then(fleet.regions())
                        .extracting(RegionModel::region)
                        .containsExactly("arizona", "ireland", "wyoming"));
    }

    @Test
    void readsACopyOfTheBuiltInFile() throws IOException {
        then(RegionsFile.read(copy("", ""))).isEqualTo(RegionsFile.shipped());
    }

    @Test
    void namesTheLineOfAMissingField() throws IOException {
        var file = copy("        heatCouplingC: 5\n", "");

        thenThrownBy(() -> RegionsFile.read(file))
                .hasMessageStartingWith(file + ":")
                .hasMessageContaining("heatCouplingC");
    }

    @Test
    void namesAFieldItDoesNotKnow() throws IOException {
        var file = copy("heatCouplingC: 5", "heatCouplingC: 5\n        heatCuopling: 5");

        thenThrownBy(() -> RegionsFile.read(file)).hasMessageContaining("heatCuopling");
    }

    @Test
    void rejectsImpossibleValues() throws IOException {
        var file = copy("capacityMw: 100", "capacityMw: -100");

        thenThrownBy(() -> RegionsFile.read(file)).hasMessageContaining("capacityMw: -100.0 is not within");
    }

    @Test
    void rejectsARegionThatAppearsTwice() throws IOException {
        var file = copy("region: ireland", "region: arizona");

        thenThrownBy(() -> RegionsFile.read(file)).hasMessageContaining("region arizona appears twice");
    }

    @Test
    void namesAMissingFile() {
        thenThrownBy(() -> RegionsFile.read(directory.resolve("none.yaml")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("none.yaml");
    }

    private Path copy(String replace, String by) throws IOException {
        try (var in = Objects.requireNonNull(RegionsFile.class.getResourceAsStream("/regions.yaml"))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var file = directory.resolve("regions.yaml");
            return Files.writeString(file, replace.isEmpty() ? text : text.replaceFirst(replace, by));
        }
    }
}
