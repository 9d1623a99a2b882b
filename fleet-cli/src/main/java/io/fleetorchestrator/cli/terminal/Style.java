package io.fleetorchestrator.cli.terminal;

import java.util.Map;

/** Colours of text in a terminal. */
public enum Style {
    PLAIN("0"),
    BOLD("1"),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    BLUE("34"),
    CYAN("36");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** The text in this style when {@code coloured}, else the bare text. */
    public String on(String text, boolean coloured) {
        return coloured && this != PLAIN ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** Whether to use colours: on a terminal, unless NO_COLOR is set (no-color.org) or the terminal is dumb. */
    public static boolean wanted(Map<String, String> env, boolean terminal) {
        return terminal
                && env.getOrDefault("NO_COLOR", "").isEmpty()
                && !env.getOrDefault("TERM", "").equals("dumb");
    }
}
