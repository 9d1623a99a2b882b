package io.fleetorchestrator.producer.faults;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import io.fleetorchestrator.producer.playback.Phase;
import io.fleetorchestrator.producer.playback.ReplayTick;
import io.fleetorchestrator.schemas.contract.TelemetryReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultInjectorTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final int BEATS = 20_000;

    private final Map<FaultKind, Integer> counted = new EnumMap<>(FaultKind.class);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SILENT")
    void occursAtItsRateAndIsMarkedAndCounted(FaultKind kind) {
        var deliveries = play(kind.label() + "=0.05");

        long tagged = deliveries.stream()
                .filter(delivery -> delivery.fault().equals(Optional.of(kind)))
                .count();
        then(tagged / (double) BEATS).isCloseTo(0.05, within(0.005));
        then(counted).containsExactlyEntriesOf(Map.of(kind, (int) tagged));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SILENT")
    void losesNoReading(FaultKind kind) {
        var times = play(kind.label() + "=0.05").stream()
                .map(delivery -> delivery.reading().getObservedAt())
                .distinct();

        then(times.filter(time -> time.isBefore(START.plus(STEP.multipliedBy(BEATS)))))
                .hasSize(BEATS);
    }

    @Test
    void delaysLateReadingsBeyondTheEndOfTheirHour() {
        var newest = START;
        for (var delivery : play("late=0.01")) {
            var at = delivery.reading().getObservedAt();
            if (delivery.fault().isPresent() && newest.isBefore(START.plus(STEP.multipliedBy(BEATS - 1)))) {
                then(newest).isAfter(at.plus(Duration.ofMinutes(100)));
            }
            newest = at.isAfter(newest) ? at : newest;
        }
    }

    @Test
    void silencesARegionAfterTheHistory() {
        var injector = injector("silent=north@PT10M");
        var history = injector.deliveries(tick(Phase.BACKFILL, 0), List.of(reading(0)), START);
        var live = new ArrayList<Integer>();
        for (int i = 1; i <= 4; i++) {
            live.add(injector.deliveries(tick(Phase.LIVE, i), List.of(reading(i)), START)
                    .size());
        }

        then(history).hasSize(1);
        then(live).containsExactly(0, 0, 1, 1);
        then(counted).containsEntry(FaultKind.SILENT, 2);
    }

    private List<Delivery> play(String faults) {
        var injector = injector(faults);
        var deliveries = new ArrayList<Delivery>();
        for (int i = 0; i < BEATS; i++) {
            deliveries.addAll(injector.deliveries(
                    tick(Phase.BACKFILL, i), List.of(reading(i)), START.plus(Duration.ofDays(900))));
        }
        deliveries.addAll(injector.remaining());
        return deliveries;
    }

    private FaultInjector injector(String faults) {
        return new FaultInjector(1, FaultPlan.parse(List.of(faults)), kind -> counted.merge(kind, 1, Integer::sum));
    }

    private static ReplayTick tick(Phase phase, int index) {
        return new ReplayTick(phase, at(index), START, 1);
    }

    private static TelemetryReading reading(int index) {
        return TelemetryReading.newBuilder()
                .setRegion("north")
                .setObservedAt(at(index))
                .build();
    }

    private static Instant at(int index) {
        return START.plus(STEP.multipliedBy(index));
    }
}
