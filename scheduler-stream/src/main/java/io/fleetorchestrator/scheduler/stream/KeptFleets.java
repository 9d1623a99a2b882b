package io.fleetorchestrator.scheduler.stream;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fleets in memory. Requests may name fleets that do not exist, and the answer to each must be remembered. Only the
 * latest of these are kept in memory; the others are read from the stores when they are named again.
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

    /** Keeps the fleet in memory. */
    void put(String name, KeptFleet fleet) {
        remove(name);
        (fleet.state().known() ? known : unknown).put(name, fleet);
    }

    void remove(String name) {
        known.remove(name);
        unknown.remove(name);
    }

    /** The names of the fleets with a profile or a forecast. */
    Set<String> known() {
        return known.keySet();
    }

    void clear() {
        known.clear();
        unknown.clear();
    }
}
