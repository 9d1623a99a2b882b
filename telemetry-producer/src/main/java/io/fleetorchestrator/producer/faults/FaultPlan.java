package io.fleetorchestrator.producer.faults;

import io.fleetorchestrator.runtime.text.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The faults to inject.
 *
 * @param rates the share of readings with each kind of fault
 * @param silences regions without readings for a while
 */
public record FaultPlan(Map<FaultKind, Double> rates, List<Silence> silences) {

    /** No faults. */
    public static final FaultPlan NONE = new FaultPlan(Map.of(), List.of());

    private static final String EXAMPLE =
            "write them like late=0.01,duplicate=0.01,out-of-order=0.05,future=0.001,poison=0.001,silent=ireland@6h";

    /**
     * A region without readings for a while.
     *
     * @param from start; empty for the end of the backfill
     */
    public record Silence(String region, Duration lasts, Optional<Instant> from) {}

    public FaultPlan {
        rates = Map.copyOf(rates);
        silences = List.copyOf(silences);
    }

    /** Reads {@code late=0.01,silent=ireland@6h}; a silence may have a start: {@code ireland@6h@2026-01-01T00:00:00Z}. */
    public static FaultPlan parse(List<String> items) {
        var rates = new EnumMap<FaultKind, Double>(FaultKind.class);
        var silences = new ArrayList<Silence>();
        for (var item : items) {
            var parts = item.split("=", 2);
            var kind = FaultKind.labelled(parts[0].strip())
                    .filter(known -> parts.length == 2)
                    .orElseThrow(() -> bad(item, "a fault"));
            if (kind == FaultKind.SILENT) {
                silences.add(silence(parts[1].strip()));
            } else {
                rates.put(kind, rate(parts[1].strip()));
            }
        }
        return new FaultPlan(rates, silences);
    }

    private static double rate(String text) {
        try {
            double rate = Double.parseDouble(text);
            if (rate >= 0 && rate <= 1) {
                return rate;
            }
        } catch (NumberFormatException e) {
            // Rejected below, like numbers that are not shares.
        }
        throw bad(text, "a share between 0 and 1");
    }

    private static Silence silence(String text) {
        var parts = text.split("@", 3);
        try {
            if (parts.length >= 2) {
                var from = parts.length == 3 ? Optional.of(Instant.parse(parts[2])) : Optional.<Instant>empty();
                return new Silence(parts[0], Durations.parse(parts[1]), from);
            }
        } catch (DateTimeException e) {
            // Rejected below, like missing parts.
        }
        throw bad(text, "a region@duration");
    }

    private static IllegalArgumentException bad(String text, String wanted) {
        return new IllegalArgumentException("faults: '" + text + "' is not " + wanted + "; " + EXAMPLE);
    }

    double rate(FaultKind kind) {
        return rates.getOrDefault(kind, 0.0);
    }
}
