package io.fleetorchestrator.runtime.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the valid name that is nearest to a misspelt one. */
public final class NearestName {

    /** If more than a third of the letters are wrong, the suggestion would rarely be right. */
    private static final int LETTERS_PER_TYPO = 3;

    private NearestName() {}

    /** The valid name nearest to the typed one; empty if none is near. */
    public static Optional<String> of(String typed, Collection<String> valid) {
        return valid.stream()
                .min(Comparator.comparingInt((String name) -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> distance(typed, name) <= Math.max(2, name.length() / LETTERS_PER_TYPO));
    }

    /** The Levenshtein distance, one row at a time. */
    static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
