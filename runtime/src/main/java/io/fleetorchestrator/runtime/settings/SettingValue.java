package io.fleetorchestrator.runtime.settings;

/**
 * A value as text, and where it was given.
 *
 * @param origin as the user would look for it: {@code --grace}, {@code FLEET_GRACE}, {@code grace in fleet.properties}
 */
record SettingValue(String text, String origin) {

    static final String DEFAULT = "default";

    static SettingValue byDefault(String text) {
        return new SettingValue(text, DEFAULT);
    }
}
