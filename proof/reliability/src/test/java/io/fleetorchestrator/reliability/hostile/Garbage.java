package io.fleetorchestrator.reliability.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Bytes that are not a record: noise, truncation, an unknown id, an impossible length, other formats, none. */
final class Garbage {

    private static final int HEADER_BYTES = 5;

    private Garbage() {}

    /**
     * One kind of garbage.
     *
     * @param maker makes it from the bytes of a valid record and a number
     */
    record Kind(String what, Maker maker) {

        byte[] madeOf(byte[] good, int number) {
            return maker.make(good, number);
        }
    }

    /** Makes garbage from the bytes of a valid record. */
    @FunctionalInterface
    interface Maker {

        byte[] make(byte[] good, int number);
    }

    static List<Kind> kinds() {
        return List.of(
                new Kind("noise", (good, number) -> noise(number)),
                new Kind("half a record", (good, number) -> Arrays.copyOf(good, good.length / 2)),
                new Kind("a record and something more", (good, number) -> Arrays.copyOf(good, good.length + 3)),
                new Kind("a frame alone", (good, number) -> new byte[] {0}),
                new Kind("an unknown schema", (good, number) -> unknownSchema()),
                new Kind("a forged length", (good, number) -> forgedLength(good)),
                new Kind("JSON", (good, number) -> "{\"requestId\": \"json\"}".getBytes(UTF_8)),
                new Kind("no bytes", (good, number) -> new byte[0]));
    }

    /** The first byte of a record is zero; this one is not. */
    private static byte[] noise(int number) {
        var random = new SplittableRandom(number);
        var noise = new byte[random.nextInt(1, 200)];
        for (int at = 0; at < noise.length; at++) {
            noise[at] = (byte) random.nextInt();
        }
        noise[0] = (byte) random.nextInt(1, 128);
        return noise;
    }

    private static byte[] unknownSchema() {
        return ByteBuffer.allocate(105).put((byte) 0).putInt(2_000_000_000).array();
    }

    /** The length of the first field is gigabytes. */
    private static byte[] forgedLength(byte[] good) {
        var forged = Arrays.copyOf(good, HEADER_BYTES + 5);
        Arrays.fill(forged, HEADER_BYTES, HEADER_BYTES + 4, (byte) 0xfe);
        forged[HEADER_BYTES + 4] = 0x0f;
        return forged;
    }
}
