package io.fleetorchestrator.reliability.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/** Compares requests with decisions: every acknowledged request has exactly one decision. */
public final class Answers {

    private Answers() {}

    /**
     * Compares by key, which may be of any type with equality.
     *
     * @param acknowledged requests that the broker acknowledged
     * @param answered one entry per decision
     */
    public static <T> Findings compare(Collection<T> acknowledged, Collection<T> answered) {
        var counts = new HashMap<T, Integer>();
        answered.forEach(answer -> counts.merge(answer, 1, Integer::sum));
        var lost = new ArrayList<String>();
        for (var asked : acknowledged) {
            if (!counts.containsKey(asked)) {
                lost.add(asked.toString());
            }
        }
        var duplicated = new ArrayList<String>();
        counts.forEach((answer, count) -> {
            if (count > 1) {
                duplicated.add(count + " × " + answer);
            }
        });
        return new Findings(lost, duplicated, List.of());
    }
}
