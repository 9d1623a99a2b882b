package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.cli.terminal.Style;
import io.fleetorchestrator.cli.terminal.Width;
import io.fleetorchestrator.runtime.text.ProgressBar;
import io.fleetorchestrator.runtime.text.Visible;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Lines of progress, and on a terminal one below them that is redrawn. */
final class Screen {

    /** The columns of a time. */
    private static final String TIME = " ".repeat(10);

    private static final String START_OF_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean coloured;
    private final boolean terminal;
    private final Width width;
    private final long startedNanos = System.nanoTime();
    private boolean drawn;

    Screen(PrintStream out, boolean coloured, boolean terminal, Width width) {
        this.out = out;
        this.coloured = coloured;
        this.terminal = terminal;
        this.width = width;
    }

    /** A step that is done, with the seconds since the start. */
    void step(String what, String detail, String... ifRoom) {
        plain(width.fit(time() + Style.GREEN.on("✔", coloured) + " " + named(what, detail), ifRoom));
    }

    /** An event, with the seconds since the start. */
    void line(String text) {
        plain(time() + width.wrap(TIME, text).substring(TIME.length()));
    }

    /** The last line, written over the "^C" of the terminal. */
    void end(String text) {
        drawn = terminal;
        line(text);
    }

    /** Text without a time. */
    synchronized void plain(String text) {
        out.println((drawn ? START_OF_LINE : "") + Visible.colouredLines(text));
        out.flush();
        drawn = false;
    }

    /** Redraws a progress bar; prints nothing if output is not a terminal. */
    void draw(String what, double share, String detail) {
        if (terminal) {
            over(width.fit(
                    time() + "  " + named(what, ProgressBar.of(share)),
                    String.format(Locale.ROOT, " %3.0f %%  ", 100 * share),
                    detail));
        }
    }

    private synchronized void over(String text) {
        out.print(START_OF_LINE + Visible.colouredLines(text));
        out.flush();
        drawn = true;
    }

    private static String named(String what, String detail) {
        return String.format(Locale.ROOT, "%-10s %s", what, detail);
    }

    private String time() {
        return Style.DIM.on(String.format(Locale.ROOT, "%6.1f s  ", elapsed().toMillis() / 1000.0), coloured);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
}
