package io.fleetorchestrator.scheduler.stream;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fleets that are held in memory. Anybody can name a fleet that does not exist, and each name has an answer to be
 * remembered: of those only the latest few are held here, the others are read from the stores when they are named again.
 */
final class KeptFleets {

    private static final int MAX_UNKNOWN = 100;

    private final Map<String, KeptFleet> known = new HashMap<>();
    private final Map<String, KeptFleet> unknown = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, KeptFleet> eldest) {
            return size() > MAX_UNKNOWN;
        }
    };

    Optional<KeptFleet> find(String name) {
        @Nullable KeptFleet found = known.get(name);
        return Optional.ofNullable(found != null ? found : unknown.get(name));
    }

    /** Holds the fleet as it is after an event. */
    void hold(String name, KeptFleet fleet) {
        remove(name);
        (fleet.state().known() ? known : unknown).put(name, fleet);
    }

    void remove(String name) {
        known.remove(name);
        unknown.remove(name);
    }

    /** The names of those that have a profile or a forecast. */
    Set<String> known() {
        return known.keySet();
    }

    void clear() {
        known.clear();
        unknown.clear();
    }
}
