package io.fleetorchestrator.producer.regions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/** Reads fleets from a {@code regions.yaml}. */
public final class RegionsFile {

    private record Content(List<FleetModel> fleets) {}

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private RegionsFile() {}

    /** The built-in fleets. */
    public static List<FleetModel> shipped() {
        try (InputStream in = RegionsFile.class.getResourceAsStream("/regions.yaml")) {
            return read("regions.yaml", Objects.requireNonNull(in, "regions.yaml is missing from the jar"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fleets that a file describes. */
    public static List<FleetModel> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(file.toString(), in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<FleetModel> read(String name, InputStream in) throws IOException {
        try {
            var fleets = YAML.readValue(in, Content.class).fleets();
            requireDistinct(fleets);
            return fleets;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalArgumentException(name + complaint(e), e);
        }
    }

    private static String complaint(Exception e) {
        if (!(e instanceof JsonProcessingException json)) {
            return ": " + e.getMessage();
        }
        var at = json.getLocation();
        var where = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
        var cause = json.getCause() instanceof IllegalArgumentException refused
                ? refused.getMessage()
                : json.getOriginalMessage();
        return where + ": " + cause;
    }

    /** Readings are keyed by region alone, so a region belongs to one fleet. */
    private static void requireDistinct(List<FleetModel> fleets) {
        var fleetByRegion = new HashMap<String, String>();
        for (var fleet : fleets) {
            for (var region : fleet.regions()) {
                var other = fleetByRegion.put(region.region(), fleet.fleet());
                if (other != null) {
                    throw new IllegalArgumentException("region " + region.region() + " is in fleet " + other
                            + " and in fleet " + fleet.fleet() + ": it must be in one");
                }
            }
        }
    }
}
