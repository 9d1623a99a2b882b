package io.fleetorchestrator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The {@code ./fleet} commands that a document shows in its {@code sh} blocks. */
public final class DocumentedCommands {

    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final String LAUNCHER = "./fleet ";

    private DocumentedCommands() {}

    /** What follows {@code ./fleet} on every such line, as words. */
    public static List<String[]> in(String document) {
        return BLOCK.matcher(text(document))
                .results()
                .map(MatchResult::group)
                .flatMap(block -> block.replaceAll("\\\\\\n\\s*", "").lines())
                .filter(line -> line.startsWith(LAUNCHER))
                .map(line -> words(line.substring(LAUNCHER.length())))
                .toList();
    }

    private static String[] words(String line) {
        var command = line.replaceFirst("\\s+#.*", "").strip();
        return Arrays.stream(command.split("\\s+"))
                .map(word -> word.replace("'", ""))
                .toArray(String[]::new);
    }

    private static String text(String document) {
        try {
            return Files.readString(ROOT.resolve(document));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
