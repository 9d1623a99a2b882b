package io.fleetorchestrator.runtime.logging;

import java.io.Console;
import java.util.Optional;

/** Whether the output goes to a terminal, and with colours. */
public final class Terminal {

    private Terminal() {}

    /** Whether standard output is a terminal. */
    public static boolean isThere() {
        return Optional.ofNullable(System.console())
                .filter(Terminal::isTerminal)
                .isPresent();
    }

    /** <a href="https://no-color.org">NO_COLOR</a>, set to anything, turns colours off. */
    static boolean wantsColour() {
        var noColour = System.getenv("NO_COLOR");
        return isThere() && (noColour == null || noColour.isEmpty());
    }

    /** Since JDK 22 there is a console even without a terminal, and a method to ask; before, a console meant a terminal. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
