package io.fleetorchestrator.runtime.health;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Whether a service is alive and ready. Its parts report to it, and probes read it. */
public final class Health {

    private final Map<String, State> parts = new ConcurrentHashMap<>();

    /** Adds a part of the service; it is not ready until its gate is opened. */
    public Gate gate(String part) {
        var gate = new Gate(part);
        gate.waitFor("its start");
        return gate;
    }

    /** A service without parts is still starting, so it is not ready. */
    public boolean isReady() {
        return !parts.isEmpty() && parts.values().stream().allMatch(Ready.class::isInstance);
    }

    public boolean isAlive() {
        return parts.values().stream().noneMatch(Failed.class::isInstance);
    }

    /** The parts that are not ready, each with the reason. */
    public Map<String, String> problems() {
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

    /** Readiness of one part of a service. */
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

        /** Marks the service as failed: only a restart helps. */
        public void fail(String why) {
            parts.put(part, new Failed(why));
        }
    }
}
