package io.fleetorchestrator.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The columns that a line may take.
 *
 * @param columns of the terminal; {@link #UNBOUNDED} for a pipe or a file
 */
public record Width(int columns) {

    public static final Width UNBOUNDED = new Width(Integer.MAX_VALUE);

    /** Below this, lines leave out details. */
    private static final int ROOMY = 100;

    /** The separator between two parts on one line, dropped at the start of the next. */
    private static final Pattern SEPARATOR = Pattern.compile("^[, ]+");

    /** The launcher asks the terminal, because Java cannot. */
    public static Width ofTerminal() {
        int columns = Integer.getInteger("fleet.columns", 0);
        return columns > 0 ? new Width(columns) : UNBOUNDED;
    }

    /** The columns, or this many if there is no bound. */
    public int or(int otherwise) {
        return equals(UNBOUNDED) ? otherwise : columns;
    }

    public boolean isRoomy() {
        return columns >= ROOMY;
    }

    /** The first part and as many of the following as fit on one line, dropped from the end. */
    public String fit(String first, String... rest) {
        var line = new StringBuilder(first);
        for (var part : rest) {
            if (visible(line) + (long) visible(part) > columns) {
                break;
            }
            line.append(part);
        }
        return line.toString();
    }

    /** The first part and all of the following, on as many lines as they need, each but the first after the indent. */
    public String flow(String indent, String first, String... rest) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(first);
        for (var part : rest) {
            if (visible(line) + (long) visible(part) > columns) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append(SEPARATOR.matcher(part).replaceFirst(""));
            } else {
                line.append(part);
            }
        }
        return String.join(System.lineSeparator(), with(lines, line.toString()));
    }

    /** The text on lines of at most this width, broken between words, each after the indent. */
    public String wrap(String indent, String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(indent);
        for (var word : text.split(" ", -1)) {
            if (line.length() > indent.length() && line.length() + 1L + word.length() > columns) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append("  ");
            } else if (line.length() > indent.length()) {
                line.append(' ');
            }
            line.append(word);
        }
        return String.join(System.lineSeparator(), with(lines, line.toString()));
    }

    private static List<String> with(List<String> lines, String last) {
        lines.add(last);
        return lines;
    }

    /** Colour codes take no columns. */
    private static int visible(CharSequence text) {
        return text.toString().replaceAll("\u001b\\[\\d+m", "").length();
    }
}
