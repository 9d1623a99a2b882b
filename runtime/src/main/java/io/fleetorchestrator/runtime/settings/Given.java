package io.fleetorchestrator.runtime.settings;

/**
 * A value as text, and where it was given.
 *
 * @param origin as the user would look for it: {@code --grace}, {@code FLEET_GRACE}, {@code grace in fleet.properties}
 */
record Given(String text, String origin) {

    static final String DEFAULT = "default";

    static Given byDefault(String text) {
        return new Given(text, DEFAULT);
    }
}
