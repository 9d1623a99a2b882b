package io.fleetorchestrator.producer.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of faults. */
public enum FaultKind {
    /** It arrives hours late, after its hour has closed. */
    LATE,
    /** It arrives twice. */
    DUPLICATE,
    /** It arrives after its successors, but in time. */
    OUT_OF_ORDER,
    /** A copy of it arrives with an instant in the future. */
    FUTURE,
    /** A record that is not a reading arrives besides it. */
    POISON,
    /** It does not arrive. */
    SILENT;

    /** How it is written: {@code out-of-order}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<FaultKind> labelled(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }
}
