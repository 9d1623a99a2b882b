package io.fleetorchestrator.reliability.oracle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;

/** Holds what was asked against what was answered: everything acknowledged has exactly one answer. */
public final class Answers {

    private Answers() {}

    /**
     * Compares by name, which may be anything that equals itself.
     *
     * @param acknowledged what the broker said it had
     * @param answered one entry per answer
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
