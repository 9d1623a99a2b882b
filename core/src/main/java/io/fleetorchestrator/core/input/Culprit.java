package io.fleetorchestrator.core.input;

/** Makes text from outside fit for a reason, a log line or a terminal: short, and free of control characters. */
public final class Culprit {

    /** Enough to recognise a name by; what is cut off is counted. */
    private static final int LONGEST = 60;

    private Culprit() {}

    /** The value as text of at most some 60 characters, with the rest counted and control characters escaped. */
    public static String of(Object value) {
        var text = String.valueOf(value);
        return text.length() <= LONGEST
                ? printable(text)
                : printable(text.substring(0, LONGEST)) + "… (" + text.length() + " characters)";
    }

    /** The text with control characters, line separators and marks that turn the reading direction as escapes. */
    public static String printable(String text) {
        if (isPrintable(text)) {
            return text;
        }
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> append(escaped, point));
        return escaped.toString();
    }

    /** Whether every character of the text is shown, and none acts. */
    public static boolean isPrintable(String text) {
        return text.codePoints().noneMatch(Culprit::isUnprintable);
    }

    /** Whether the character would act on a terminal, or on the text around it, instead of being shown. */
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
