package io.fleetorchestrator.runtime.settings;

import java.util.Map;

/**
 * The settings of a service, ready to use.
 *
 * @param kafka client, streams and registry properties passed through under their own names
 * @param describe every effective value with where it came from, secrets masked
 * @param printConfig whether the user only asked to see them
 */
public record LoadedSettings<X extends Record>(
        X value, Map<String, String> kafka, String describe, boolean printConfig) {

    public LoadedSettings {
        kafka = Map.copyOf(kafka);
    }

    /** What is printed never holds a secret. */
    @Override
    public String toString() {
        return describe;
    }
}
