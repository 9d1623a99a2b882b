package io.fleetorchestrator.core.replay;

/** A line that cannot be read; the message starts with {@code file:line:column}. */
public final class BadRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadRowException(String file, long line, int column, String problem) {
        super(file + ":" + line + ":" + column + ": " + problem);
    }
}
