package io.fleetorchestrator.runtime.settings;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one source says: our own settings by name, and Kafka properties passed through under their own names. Neither is
 * checked yet for whether such a setting exists.
 */
record Layer(Map<String, Given> own, Map<String, Given> kafka) {

    static Layer empty() {
        return new Layer(new TreeMap<>(), new TreeMap<>());
    }

    void setting(String name, Given given) {
        refuseSecond(own.put(name, given), given);
    }

    void kafka(String key, Given given) {
        refuseSecond(kafka.put(key, given), given);
    }

    /** This layer with what a later one says on top. */
    Layer under(Layer later) {
        var merged = new Layer(new TreeMap<>(own), new TreeMap<>(kafka));
        merged.own.putAll(later.own);
        merged.kafka.putAll(later.kafka);
        return merged;
    }

    /** This layer but for settings of these names. */
    Layer without(Set<String> names) {
        var kept = new TreeMap<>(own);
        kept.keySet().removeAll(names);
        return new Layer(kept, kafka);
    }

    private static void refuseSecond(@Nullable Given first, Given second) {
        if (first != null) {
            throw new SettingsException(
                    first.origin().equals(second.origin())
                            ? second.origin() + " is given twice; give it once"
                            : second.origin() + " and " + first.origin() + " set the same thing; give one of them");
        }
    }
}
