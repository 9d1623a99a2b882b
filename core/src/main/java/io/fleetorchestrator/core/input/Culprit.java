package io.fleetorchestrator.core.input;

/** Makes text from outside safe for a reason, a log line or a terminal: short, and without control characters. */
public final class Culprit {

    /** Long enough to recognise a name. */
    private static final int LONGEST = 60;

    private Culprit() {}

    /** The value as text of about 60 characters at most, with control characters escaped. A cut text ends with its length. */
    public static String of(Object value) {
        var text = String.valueOf(value);
        return text.length() <= LONGEST
                ? printable(text)
                : printable(text.substring(0, LONGEST)) + "… (" + text.length() + " characters)";
    }

    /** The text with control characters, line separators and direction marks escaped. */
    public static String printable(String text) {
        if (isPrintable(text)) {
            return text;
        }
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(escaped, point));
        return escaped.toString();
    }

    /** Whether the text has only visible characters. */
    public static boolean isPrintable(String text) {
        return text.codePoints().noneMatch(Culprit::isUnprintable);
    }

    /** Whether the character controls a terminal or the text around it instead of being shown. */
    public static boolean isUnprintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static void append(StringBuilder escaped, int point) {
        if (isUnprintable(point)) {
            escaped.append(String.format("\\u%04x", point));
        } else {
            escaped.appendCodePoint(point);
        }
    }
}
