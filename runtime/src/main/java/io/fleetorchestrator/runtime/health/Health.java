package io.fleetorchestrator.runtime.health;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Whether a service is alive and ready, told by its parts and asked by its platform. */
public final class Health {

    private final Map<String, State> parts = new ConcurrentHashMap<>();

    /** A part of the service, which is not ready until it says so. */
    public Gate gate(String part) {
        var gate = new Gate(part);
        gate.waitFor("its start");
        return gate;
    }

    /** Before it has parts, a service has only just begun to start. */
    public boolean isReady() {
        return !parts.isEmpty() && parts.values().stream().allMatch(Ready.class::isInstance);
    }

    public boolean isAlive() {
        return parts.values().stream().noneMatch(Failed.class::isInstance);
    }

    /** What is not as it should be, by part. */
    public Map<String, String> troubles() {
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().text().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, part -> part.getValue().text(), (a, b) -> a, TreeMap::new));
    }

    private sealed interface State {
        String text();
    }

    private record Waiting(String text) implements State {}

    private record Failed(String text) implements State {}

    private record Ready() implements State {
        @Override
        public String text() {
            return "";
        }
    }

    /** How one part of a service says how it is. */
    public final class Gate {

        private final String part;

        private Gate(String part) {
            this.part = part;
        }

        public void waitFor(String what) {
            parts.put(part, new Waiting("waiting for " + what));
        }

        public void open() {
            parts.put(part, new Ready());
        }

        public boolean isOpen() {
            return parts.get(part) instanceof Ready;
        }

        /** Nothing but a restart helps. */
        public void fail(String why) {
            parts.put(part, new Failed(why));
        }
    }
}
