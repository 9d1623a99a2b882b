package io.fleetorchestrator.runtime.text;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Escapes control characters. A name in a record may contain characters that colour or overwrite a terminal, change its
 * title, forge a log line or reverse the direction of text.
 */
public final class Visible {

    private static final char ESCAPE = 0x1b;

    private Visible() {}

    /** One line of text, in which every control character is escaped as in JSON. */
    public static String text(String text) {
        return escaped(text, Visible::isHidden);
    }

    /** The same for text of several lines; line ends and tabs are kept. */
    public static String lines(String text) {
        return escaped(text, character -> isHidden(character) && character != '\n' && character != '\t');
    }

    /**
     * The same for lines that contain our own colours, which are kept. Text from records must have been through {@link #text}
     * before, or it could set colours as well.
     */
    public static String colouredLines(String text) {
        if (text.indexOf(ESCAPE) < 0) {
            return lines(text);
        }
        var shown = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(ESCAPE); at >= 0; at = text.indexOf(ESCAPE, from)) {
            int end = endOfColour(text, at);
            shown.append(lines(text.substring(from, at)));
            shown.append(end > at ? text.substring(at, end) : escape(ESCAPE));
            from = Math.max(end, at + 1);
        }
        return shown.append(lines(text.substring(from))).toString();
    }

    /** The end of {@code ESC [ digits m}, or the start if the text is something else. */
    private static int endOfColour(String text, int start) {
        int at = start + 1;
        if (at >= text.length() || text.charAt(at) != '[') {
            return start;
        }
        do {
            at++;
        } while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9');
        return at < text.length() && text.charAt(at) == 'm' ? at + 1 : start;
    }

    private static String escaped(String text, IntPredicate hidden) {
        if (text.chars().noneMatch(hidden)) {
            return text;
        }
        var shown = new StringBuilder(text.length() + 16);
        text.chars().forEach(character -> {
            if (hidden.test(character)) {
                shown.append(escape(character));
            } else {
                shown.append((char) character);
            }
        });
        return shown.toString();
    }

    private static String escape(int character) {
        return String.format(Locale.ROOT, "\\u%04x", character);
    }

    private static boolean isHidden(int character) {
        return Character.isISOControl(character) || isSeparator(character) || isDirection(character);
    }

    private static boolean isSeparator(int character) {
        return character == 0x2028 || character == 0x2029;
    }

    /** Marks, embeddings, overrides and isolates of the bidirectional algorithm. */
    private static boolean isDirection(int character) {
        return character == 0x061c
                || character == 0x200e
                || character == 0x200f
                || (character >= 0x202a && character <= 0x202e)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
