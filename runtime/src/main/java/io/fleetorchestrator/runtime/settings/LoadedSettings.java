package io.fleetorchestrator.runtime.settings;

import java.util.Map;

/**
 * The settings of a service, ready to use.
 *
 * @param kafka client, streams and registry properties passed through under their own names
 * @param describe every effective value with its source, secrets masked
 * @param printConfig whether only to print the settings
 */
public record LoadedSettings<X extends Record>(
        X value, Map<String, String> kafka, String describe, boolean printConfig) {

    public LoadedSettings {
        kafka = Map.copyOf(kafka);
    }

    /** Prints no secrets. */
    @Override
    public String toString() {
        return describe;
    }
}
