package io.fleetorchestrator.cli.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file of a {@code --file} option; {@code -} is standard input. */
public final class InputFile {

    private static final String STANDARD_INPUT = "-";

    private InputFile() {}

    /** All of its text; throws an {@link IllegalArgumentException} if it cannot be read. */
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
