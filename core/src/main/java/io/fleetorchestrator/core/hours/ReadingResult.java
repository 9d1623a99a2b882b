package io.fleetorchestrator.core.hours;

import java.util.List;

/** What became of a reading that is sound in itself. */
public sealed interface ReadingResult {

    /** Its hour has closed: it is not used, for the reason given. */
    record Late(String reason) implements ReadingResult {}

    /** It was counted already. */
    record Again() implements ReadingResult {}

    /** It is part of its hour now; what follows from it, usually nothing. */
    record Counted(List<HourEvent> events) implements ReadingResult {}
}
