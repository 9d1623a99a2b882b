package io.fleetorchestrator.testing.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Inputs that are tried every time, one per frequent kind of refusal: in {@code src/test/resources/fuzz}, by surface,
 * in hexadecimal with the reason beside it. {@code -Dfuzz.keep=DIRECTORY} writes those of a run.
 */
final class Corpus {

    private static final Optional<Path> KEEP =
            Optional.ofNullable(System.getProperty("fuzz.keep")).map(Path::of);

    private static final int MOST_KINDS = 12;
    private static final int LONGEST_INPUT = 400;
    private static final int LONGEST_KIND = 60;

    private final String file;
    private final List<byte[]> inputs;
    private final Map<String, Kind> kinds = new TreeMap<>();

    /** A kind of refusal: how often it came, and the smallest input that it came to. */
    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Kind(int count, byte[] smallest) {

        Kind and(Kind other) {
            return new Kind(count + other.count, other.smallest.length < smallest.length ? other.smallest : smallest);
        }
    }

    private Corpus(String file, List<byte[]> inputs) {
        this.file = file;
        this.inputs = inputs;
    }

    static Corpus of(String surface) {
        var file = surface.replace(' ', '-') + ".hex";
        return new Corpus(file, read("/fuzz/" + file));
    }

    private static List<byte[]> read(String resource) {
        try (var in = Corpus.class.getResourceAsStream(resource)) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), UTF_8)
                            .lines()
                            .map(Corpus::input)
                            .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] input(String line) {
        return HexFormat.of().parseHex(line.substring(0, line.indexOf(' ')));
    }

    List<byte[]> inputs() {
        return inputs;
    }

    void note(String reason, byte[] input) {
        if (KEEP.isPresent()) {
            kinds.merge(kind(reason), new Kind(1, input), Kind::and);
        }
    }

    /** The reason without what it quotes from the input. */
    private static String kind(String reason) {
        var words =
                reason.replaceAll("'[^']*'|\"[^\"]*\"|[^a-zA-Z ]+", " ").strip().replaceAll(" +", " ");
        return words.substring(0, Math.min(words.length(), LONGEST_KIND));
    }

    void keep() {
        KEEP.ifPresent(this::write);
    }

    private void write(Path directory) {
        // Reasons that quote the input are many; those that come often are kinds.
        var lines = kinds.entrySet().stream()
                .filter(kept -> kept.getValue().smallest().length <= LONGEST_INPUT)
                .sorted(Comparator.comparingInt(kept -> -kept.getValue().count()))
                .limit(MOST_KINDS)
                .map(kept -> HexFormat.of().formatHex(kept.getValue().smallest()) + " " + kept.getKey())
                .toList();
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve(file), lines);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
