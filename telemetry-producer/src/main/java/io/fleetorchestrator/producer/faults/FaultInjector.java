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
 * Injects the faults of a plan. Late, out-of-order and silent exclude each other; duplicate, future and poison records are
 * sent in addition, so that no good reading is lost.
 */
public final class FaultInjector {

    /** Any hour is closed an hour and ten minutes after its start; this is later. */
    private static final Duration LATE_BY = Duration.ofHours(2);

    /** Far beyond the tolerance for clocks. */
    private static final Duration AHEAD_BY = Duration.ofHours(3);

    private record Held(long untilTick, Instant untilEvent, Delivery delivery) {

        boolean isOver(long tick, Instant event) {
            return untilTick <= tick && !untilEvent.isAfter(event);
        }
    }

    private final FaultPlan plan;
    private final Consumer<FaultKind> counter;
    private final Map<FaultKind, SeededRandom> random = new EnumMap<>(FaultKind.class);
    private final PriorityQueue<Held> late = new PriorityQueue<>(Comparator.comparing(Held::untilEvent));
    private final PriorityQueue<Held> overtaken = new PriorityQueue<>(Comparator.comparingLong(Held::untilTick));
    private Instant historyEnd = Instant.MAX;
    private long ticks;

    /** @param counter called for every injected fault */
    public FaultInjector(long seed, FaultPlan plan, Consumer<FaultKind> counter) {
        this.plan = plan;
        this.counter = counter;
        for (var kind : FaultKind.values()) {
            random.put(kind, SeededRandom.of(seed, "faults").about(kind.label()));
        }
    }

    /** The records of this tick: its readings with their faults, and earlier ones that were delayed until now. */
    public List<Delivery> deliveries(ReplayTick tick, List<TelemetryReading> readings, Instant now) {
        ticks++;
        if (tick.phase() != Phase.BACKFILL && historyEnd.equals(Instant.MAX)) {
            historyEnd = tick.at();
        }
        var out = new ArrayList<Delivery>(readings.size());
        release(late, tick.at(), out);
        release(overtaken, tick.at(), out);
        readings.forEach(reading -> deliver(reading, now, out));
        return out;
    }

    /** The delayed readings that remain at the end of the run. */
    public List<Delivery> remaining() {
        ticks = Long.MAX_VALUE;
        var out = new ArrayList<Delivery>();
        release(late, Instant.MAX, out);
        release(overtaken, Instant.MAX, out);
        return out;
    }

    private void release(PriorityQueue<Held> queue, Instant event, List<Delivery> out) {
        for (var head = queue.peek(); head != null && head.isOver(ticks, event); head = queue.peek()) {
            out.add(head.delivery());
            queue.remove();
        }
    }

    private void deliver(TelemetryReading reading, Instant now, List<Delivery> out) {
        if (isSilent(reading)) {
            counter.accept(FaultKind.SILENT);
            return;
        }
        if (occurs(FaultKind.LATE, reading)) {
            late.add(new Held(0, reading.getObservedAt().plus(LATE_BY), Delivery.faulty(reading, FaultKind.LATE)));
        } else if (occurs(FaultKind.OUT_OF_ORDER, reading)) {
            // Two ticks later: after its successor, but well within any grace.
            overtaken.add(new Held(ticks + 2, Instant.MIN, Delivery.faulty(reading, FaultKind.OUT_OF_ORDER)));
        } else {
            deliverInTime(reading, out);
        }
        addExtras(reading, now, out);
    }

    private void deliverInTime(TelemetryReading reading, List<Delivery> out) {
        out.add(Delivery.sound(reading));
        if (occurs(FaultKind.DUPLICATE, reading)) {
            out.add(Delivery.faulty(reading, FaultKind.DUPLICATE));
        }
    }

    private void addExtras(TelemetryReading reading, Instant now, List<Delivery> out) {
        if (occurs(FaultKind.FUTURE, reading)) {
            var ahead = TelemetryReading.newBuilder(reading)
                    .setObservedAt(now.plus(AHEAD_BY))
                    .build();
            out.add(Delivery.faulty(ahead, FaultKind.FUTURE));
        }
        if (occurs(FaultKind.POISON, reading)) {
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

    private boolean occurs(FaultKind kind, TelemetryReading reading) {
        double rate = plan.rate(kind);
        if (rate == 0) {
            return false;
        }
        long index = reading.getObservedAt().toEpochMilli() * 31
                + reading.getRegion().hashCode();
        boolean occurs = Objects.requireNonNull(random.get(kind)).uniform(index) < rate;
        if (occurs) {
            counter.accept(kind);
        }
        return occurs;
    }
}
