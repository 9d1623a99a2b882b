package io.fleetorchestrator.runtime.settings;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one source, such as a file: our own settings by name, and Kafka properties that are passed through. It
 * has not been checked yet whether such settings exist.
 */
record ConfigSource(Map<String, SettingValue> own, Map<String, SettingValue> kafka) {

    static ConfigSource empty() {
        return new ConfigSource(new TreeMap<>(), new TreeMap<>());
    }

    void setting(String name, SettingValue given) {
        refuseSecond(own.put(name, given), given);
    }

    void kafka(String key, SettingValue given) {
        refuseSecond(kafka.put(key, given), given);
    }

    /** The settings of this source, overridden by those of a later one. */
    ConfigSource under(ConfigSource later) {
        var merged = new ConfigSource(new TreeMap<>(own), new TreeMap<>(kafka));
        merged.own.putAll(later.own);
        merged.kafka.putAll(later.kafka);
        return merged;
    }

    /** This source without the settings of these names. */
    ConfigSource without(Set<String> names) {
        var kept = new TreeMap<>(own);
        kept.keySet().removeAll(names);
        return new ConfigSource(kept, kafka);
    }

    private static void refuseSecond(@Nullable SettingValue first, SettingValue second) {
        if (first != null) {
            throw new SettingsException(
                    first.origin().equals(second.origin())
                            ? second.origin() + " is given twice; give it once"
                            : second.origin() + " and " + first.origin() + " set the same thing; give one of them");
        }
    }
}
