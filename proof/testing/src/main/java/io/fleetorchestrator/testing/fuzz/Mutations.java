package io.fleetorchestrator.testing.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.SplittableRandom;

/** Good inputs, spoiled: bits flipped, pieces cut, doubled, swapped for each other's, or made up. */
final class Mutations {

    private static final int MOST_CHANGES = 6;
    private static final int LONGEST_PIECE = 24;
    private static final byte[] TELLING = {0, 1, -1, 127, -128, '"', ',', '=', '\n', '{', '-', '.', '9', 'e'};

    private final List<byte[]> corpus;
    private final SplittableRandom random;

    Mutations(List<byte[]> corpus, long seed) {
        this.corpus = corpus;
        this.random = new SplittableRandom(seed);
    }

    byte[] next() {
        var bytes = corpus.get(random.nextInt(corpus.size()));
        for (int left = 1 + random.nextInt(MOST_CHANGES); left > 0; left--) {
            bytes = changed(bytes);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(random.nextInt(LONGEST_PIECE), bytes.length - at);
        return switch (random.nextInt(6)) {
            case 0 -> spliced(bytes, at, 0, made(1 + random.nextInt(LONGEST_PIECE)));
            case 1 -> spliced(bytes, at, length, new byte[0]);
            case 2 -> spliced(bytes, at, 0, piece(bytes, at, length));
            case 3 -> spliced(bytes, at, Math.min(1, bytes.length - at), telling());
            case 4 -> spliced(bytes, at, bytes.length - at, tail(corpus.get(random.nextInt(corpus.size()))));
            default -> flipped(bytes);
        };
    }

    private byte[] tail(byte[] other) {
        int from = random.nextInt(other.length + 1);
        return piece(other, from, other.length - from);
    }

    private byte[] telling() {
        return new byte[] {TELLING[random.nextInt(TELLING.length)]};
    }

    private byte[] made(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] flipped(byte[] bytes) {
        if (bytes.length == 0) {
            return bytes;
        }
        var flipped = bytes.clone();
        flipped[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private static byte[] piece(byte[] bytes, int from, int length) {
        var piece = new byte[length];
        System.arraycopy(bytes, from, piece, 0, length);
        return piece;
    }

    /** The bytes with some of them replaced. */
    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] instead) {
        var out = new ByteArrayOutputStream(bytes.length + instead.length);
        out.write(bytes, 0, at);
        out.writeBytes(instead);
        out.write(bytes, at + removed, bytes.length - at - removed);
        return out.toByteArray();
    }
}
