package io.fleetorchestrator.reliability.hostile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * All hostile records in an order by the seed: each field once with each invalid value, the other kinds, and then the same
 * again in other combinations.
 */
final class Deck {

    /** The number of invalid fields per record. */
    private static final int MOST_AT_ONCE = 5;

    /** Each could leave state that is never deleted. */
    private static final int STRANGERS = 200;

    /** The number of repeated records of hundreds of kilobytes; more would only test the disks. */
    private static final int ONE_HUGE_OF = 10;

    private final List<Target> targets;
    private final Random random;
    private final List<IntFunction<HostileRecord>> cards = new ArrayList<>();
    private boolean dealtOnce;
    private int number;

    Deck(List<Target> targets, long seed) {
        this.targets = targets;
        this.random = new Random(seed);
    }

    HostileRecord next() {
        if (cards.isEmpty()) {
            targets.forEach(this::shuffleIn);
            strangers();
            Collections.shuffle(cards, random);
            dealtOnce = true;
        }
        return cards.remove(cards.size() - 1).apply(number++);
    }

    private void shuffleIn(Target target) {
        var changes = target.changes().stream().filter(this::isDue).toList();
        for (var change : changes) {
            cards.add(number -> target.changed(number, List.of(change), "one field absurd"));
        }
        for (int several = 0; several < changes.size() / 5; several++) {
            var together = together(changes);
            cards.add(number -> target.changed(number, together, "several fields absurd"));
        }
        target.symbolsOfTomorrow().forEach(change -> cards.add(number -> target.ofTomorrow(number, change)));
        cards.addAll(target.oddKeys());
        cards.addAll(target.garbage());
    }

    private boolean isDue(Change change) {
        return !dealtOnce || !change.huge() || random.nextInt(ONE_HUGE_OF) == 0;
    }

    private List<Change> together(List<Change> changes) {
        return random.ints(2 + random.nextInt(MOST_AT_ONCE - 1), 0, changes.size())
                .mapToObj(changes::get)
                .toList();
    }

    private void strangers() {
        var requests = targets.get(0);
        for (int stranger = 0; stranger < STRANGERS; stranger++) {
            cards.add(requests::fromStranger);
        }
    }
}
