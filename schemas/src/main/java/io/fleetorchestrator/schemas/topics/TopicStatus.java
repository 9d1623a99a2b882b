package io.fleetorchestrator.schemas.topics;

import java.util.List;

/**
 * How one topic on the cluster compares with the plan.
 *
 * @param name the name on the cluster
 */
public record TopicStatus(Topic<?> topic, String name, int partitions, State state, List<Difference> differences) {

    /** The state of a topic, or what was just done to it. */
    public enum State {
        MISSING("missing"),
        CREATED("created"),
        AS_PLANNED("as planned"),
        NARROW("to be widened"),
        WIDENED("widened"),
        DRIFTED("drifted");

        private final String words;

        State(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * One setting that is not as planned.
     *
     * @param widens whether the change only raises a limit or a retention, so that it is applied without asking
     */
    public record Difference(String setting, String planned, String actual, boolean widens) {

        @Override
        public String toString() {
            return "%s is %s, planned is %s%s".formatted(setting, actual, planned, widens ? "" : ": left as it is");
        }
    }

    public TopicStatus {
        differences = List.copyOf(differences);
    }

    static TopicStatus missing(Topic<?> topic, String name, int partitions) {
        return new TopicStatus(topic, name, partitions, State.MISSING, List.of());
    }

    static TopicStatus compared(Topic<?> topic, String name, int partitions, List<Difference> differences) {
        return new TopicStatus(topic, name, partitions, stateOf(differences), differences);
    }

    private static State stateOf(List<Difference> differences) {
        if (differences.isEmpty()) {
            return State.AS_PLANNED;
        }
        return differences.stream().anyMatch(Difference::widens) ? State.NARROW : State.DRIFTED;
    }

    TopicStatus in(State reached) {
        return new TopicStatus(topic, name, partitions, reached, differences);
    }

    /** The settings that the plan would raise. */
    public List<Difference> widenings() {
        return differences.stream().filter(Difference::widens).toList();
    }

    /** The settings that an operator has changed, and that only an operator should change back. */
    public List<Difference> drift() {
        return differences.stream().filter(difference -> !difference.widens()).toList();
    }
}
