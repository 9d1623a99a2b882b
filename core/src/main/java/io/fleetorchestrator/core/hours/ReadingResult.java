package io.fleetorchestrator.core.hours;

import java.util.List;

/** What happened to a reading that breaks no rule. */
public sealed interface ReadingResult {

    /** Calls the method of the handler for this kind of result. */
    void handle(Handler handler);

    /** Handles every kind of result. */
    interface Handler {

        void late(Late late);

        void duplicate(Duplicate duplicate);

        void accepted(Accepted accepted);
    }

    /** Its hour has closed: it is not used, for the reason given. */
    record Late(String reason) implements ReadingResult {

        @Override
        public void handle(Handler handler) {
            handler.late(this);
        }
    }

    /** A reading of the same instant was counted already. */
    record Duplicate() implements ReadingResult {

        @Override
        public void handle(Handler handler) {
            handler.duplicate(this);
        }
    }

    /** It was added to its hour. Usually no events follow. */
    record Accepted(List<HourEvent> events) implements ReadingResult {

        @Override
        public void handle(Handler handler) {
            handler.accepted(this);
        }
    }
}
