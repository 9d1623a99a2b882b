package io.fleetorchestrator.cli.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What a person hands in: a file, or standard input where its name is {@code -}. */
public final class InputFile {

    private static final String STANDARD_INPUT = "-";

    private InputFile() {}

    /** All of its text; an {@link IllegalArgumentException} says why there is none. */
    public static String text(Path file) {
        try {
            return file.toString().equals(STANDARD_INPUT)
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new IllegalArgumentException("there is no such file", missing);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
