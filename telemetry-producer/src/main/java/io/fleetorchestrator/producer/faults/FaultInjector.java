package io.fleetorchestrator.producer.faults;

import io.fleetorchestrator.producer.playback.Phase;
import io.fleetorchestrator.producer.playback.ReplayTick;
import io.fleetorchestrator.producer.random.SeededRandom;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * Lets go wrong what the plan wants. Of the kinds that move or remove a reading at most one befalls it; the others come
 * beside it, so that good data stays complete.
 */
public final class FaultInjector {

    /** An hour and ten minutes close any hour; this is beyond. */
    private static final Duration LATE_BY = Duration.ofHours(2);

    /** Far beyond every tolerance for clocks. */
    private static final Duration AHEAD_BY = Duration.ofHours(3);

    private record Held(long untilBeat, Instant untilEvent, Delivery delivery) {

        boolean isOver(long beat, Instant event) {
            return untilBeat <= beat && !untilEvent.isAfter(event);
        }
    }

    private final FaultPlan plan;
    private final Consumer<FaultKind> counter;
    private final Map<FaultKind, SeededRandom> dice = new EnumMap<>(FaultKind.class);
    private final PriorityQueue<Held> late = new PriorityQueue<>(Comparator.comparing(Held::untilEvent));
    private final PriorityQueue<Held> overtaken = new PriorityQueue<>(Comparator.comparingLong(Held::untilBeat));
    private Instant historyEnd = Instant.MAX;
    private long beats;

    /** Tells the counter of every fault as it happens. */
    public FaultInjector(long seed, FaultPlan plan, Consumer<FaultKind> counter) {
        this.plan = plan;
        this.counter = counter;
        for (var kind : FaultKind.values()) {
            dice.put(kind, SeededRandom.of(seed, "faults").about(kind.label()));
        }
    }

    /** What arrives at this beat: its readings as far as nothing befalls them, and what was held up before. */
    public List<Delivery> deliveries(ReplayTick beat, List<TelemetryReading> readings, Instant now) {
        beats++;
        if (beat.phase() != Phase.BACKFILL && historyEnd.equals(Instant.MAX)) {
            historyEnd = beat.at();
        }
        var out = new ArrayList<Delivery>(readings.size());
        release(late, beat.at(), out);
        release(overtaken, beat.at(), out);
        readings.forEach(reading -> deliver(reading, now, out));
        return out;
    }

    /** What is still held up when the run ends. */
    public List<Delivery> rest() {
        beats = Long.MAX_VALUE;
        var out = new ArrayList<Delivery>();
        release(late, Instant.MAX, out);
        release(overtaken, Instant.MAX, out);
        return out;
    }

    private void release(PriorityQueue<Held> queue, Instant event, List<Delivery> out) {
        for (var head = queue.peek(); head != null && head.isOver(beats, event); head = queue.peek()) {
            out.add(head.delivery());
            queue.remove();
        }
    }

    private void deliver(TelemetryReading reading, Instant now, List<Delivery> out) {
        if (isSilent(reading)) {
            counter.accept(FaultKind.SILENT);
            return;
        }
        if (befalls(FaultKind.LATE, reading)) {
            late.add(new Held(0, reading.getObservedAt().plus(LATE_BY), Delivery.faulty(reading, FaultKind.LATE)));
        } else if (befalls(FaultKind.OUT_OF_ORDER, reading)) {
            // Two beats later: after its successor, but well within any grace.
            overtaken.add(new Held(beats + 2, Instant.MIN, Delivery.faulty(reading, FaultKind.OUT_OF_ORDER)));
        } else {
            deliverInTime(reading, out);
        }
        addStrangers(reading, now, out);
    }

    private void deliverInTime(TelemetryReading reading, List<Delivery> out) {
        out.add(Delivery.sound(reading));
        if (befalls(FaultKind.DUPLICATE, reading)) {
            out.add(Delivery.faulty(reading, FaultKind.DUPLICATE));
        }
    }

    private void addStrangers(TelemetryReading reading, Instant now, List<Delivery> out) {
        if (befalls(FaultKind.FUTURE, reading)) {
            var ahead = TelemetryReading.newBuilder(reading)
                    .setObservedAt(now.plus(AHEAD_BY))
                    .build();
            out.add(Delivery.faulty(ahead, FaultKind.FUTURE));
        }
        if (befalls(FaultKind.POISON, reading)) {
            out.add(Delivery.faulty(reading, FaultKind.POISON));
        }
    }

    private boolean isSilent(TelemetryReading reading) {
        return plan.silences().stream().anyMatch(silence -> {
            var from = silence.from().orElse(historyEnd);
            var at = reading.getObservedAt();
            return silence.region().equals(reading.getRegion())
                    && !at.isBefore(from)
                    && Duration.between(from, at).compareTo(silence.lasts()) < 0;
        });
    }

    private boolean befalls(FaultKind kind, TelemetryReading reading) {
        double rate = plan.rate(kind);
        if (rate == 0) {
            return false;
        }
        long index = reading.getObservedAt().toEpochMilli() * 31
                + reading.getRegion().hashCode();
        boolean befalls = Objects.requireNonNull(dice.get(kind)).uniform(index) < rate;
        if (befalls) {
            counter.accept(kind);
        }
        return befalls;
    }
}
