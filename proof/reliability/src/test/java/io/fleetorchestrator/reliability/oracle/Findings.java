package io.fleetorchestrator.reliability.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * The errors in what clients saw.
 *
 * @param lost acknowledged and never answered
 * @param duplicated answered more than once
 * @param violations answered in violation of a rule
 */
public record Findings(List<String> lost, List<String> duplicated, List<String> violations) {

    public static final Findings NONE = new Findings(List.of(), List.of(), List.of());

    public boolean clean() {
        return lost.isEmpty() && duplicated.isEmpty() && violations.isEmpty();
    }

    public Findings and(Findings other) {
        return new Findings(
                both(lost, other.lost), both(duplicated, other.duplicated), both(violations, other.violations));
    }

    private static List<String> both(List<String> one, List<String> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return List.copyOf(both);
    }
}
