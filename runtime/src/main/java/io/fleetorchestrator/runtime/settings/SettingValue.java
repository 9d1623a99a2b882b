package io.fleetorchestrator.runtime.settings;

/**
 * A value as text, and its source.
 *
 * @param origin the source as the user wrote it: {@code --grace}, {@code FLEET_GRACE}, {@code grace in fleet.properties}
 */
record SettingValue(String text, String origin) {

    static final String DEFAULT = "default";

    static SettingValue byDefault(String text) {
        return new SettingValue(text, DEFAULT);
    }
}
