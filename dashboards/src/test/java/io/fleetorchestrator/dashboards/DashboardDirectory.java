package io.fleetorchestrator.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The dashboard files. */
final class DashboardDirectory {

    /** Tests run in the directory of the module. */
    static final Path MODULE = Path.of("").toAbsolutePath();

    static final Path DASHBOARDS = MODULE.resolve("grafana/dashboards");
    static final Path PROMETHEUS = MODULE.resolve("prometheus");
    static final Path RUNBOOKS = MODULE.resolveSibling("docs").resolve("runbooks");

    static final ObjectMapper JSON = new ObjectMapper();

    private DashboardDirectory() {}

    static List<JsonNode> dashboards() {
        try (var files = Files.list(DASHBOARDS)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(DashboardDirectory::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All panels but the headings of rows. */
    static Stream<JsonNode> panels(JsonNode dashboard) {
        return each(dashboard.get("panels")).filter(panel -> !type(panel).equals("row"));
    }

    static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static String type(JsonNode panel) {
        return panel.path("type").asText();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
