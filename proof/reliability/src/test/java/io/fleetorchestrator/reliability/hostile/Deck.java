package io.fleetorchestrator.reliability.hostile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * All hostile records in an order that the seed decides: each field absurd in each way once, what else there is, and, when all
 * of it has been sent, the same again with other companions.
 */
final class Deck {

    /** So many fields at once. */
    private static final int MOST_AT_ONCE = 5;

    /** Each would keep what is known of it for ever, if it could. */
    private static final int STRANGERS = 200;

    /** Of records of hundreds of kilobytes so many come again, or a long campaign would be about disks. */
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
