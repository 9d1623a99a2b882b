package io.fleetorchestrator.runtime.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this build. */
public final class BuildInfo {

    private static final String RESOURCE = "/fleet-build.properties";

    private BuildInfo() {}

    public static String version() {
        var properties = new Properties();
        try (var stream = Objects.requireNonNull(BuildInfo.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
