package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.terminal.Style;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells step by step what is happening, each line with the seconds since the start. */
final class Progress {

    private final PrintStream out;
    private final boolean coloured;
    private final long startedNanos = System.nanoTime();

    Progress(PrintStream out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /** One thing that is ready now. */
    void step(String what, String detail) {
        line(Style.GREEN.on("✔", coloured) + String.format(Locale.ROOT, " %-11s %s", what, detail));
    }

    /** One thing that happened. */
    void line(String text) {
        out.println(Style.DIM.on(String.format(Locale.ROOT, "%6.1f s ", seconds()), coloured) + " " + text);
        out.flush();
    }

    /** Words without a time. */
    void plain(String text) {
        out.println(text);
        out.flush();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    private double seconds() {
        return elapsed().toMillis() / 1000.0;
    }
}
