package io.fleetorchestrator.core.calibration;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The first errors of a calibrator without a seed, kept until there are enough for one. */
final class WarmUp {

    private final Confidence confidence;
    private final float[] errors;
    private final byte[] hoursOfDay;
    private int size;

    WarmUp(Confidence confidence) {
        this.confidence = confidence;
        this.errors = new float[confidence.leastScores()];
        this.hoursOfDay = new byte[errors.length];
    }

    int size() {
        return size;
    }

    /** Adds an error; returns the seed once there are enough. */
    Optional<Seed> learn(int hourOfDay, double error) {
        errors[size] = (float) error;
        hoursOfDay[size] = (byte) hourOfDay;
        size++;
        return size < errors.length ? Optional.empty() : Optional.of(seed());
    }

    private Seed seed() {
        double[] known = new double[size];
        int[] hours = new int[size];
        for (int i = 0; i < size; i++) {
            known[i] = errors[i];
            hours[i] = hoursOfDay[i];
        }
        return Seed.of(confidence, known, hours);
    }

    int encodedSize() {
        return Short.BYTES + size * (Float.BYTES + Byte.BYTES);
    }

    void writeTo(ByteBuffer out) {
        out.putShort((short) size);
        for (int i = 0; i < size; i++) {
            out.putFloat(errors[i]).put(hoursOfDay[i]);
        }
    }

    static WarmUp readFrom(ByteBuffer in, Confidence confidence) {
        var warmUp = new WarmUp(confidence);
        int size = in.getShort();
        // A lower confidence needs fewer errors: keep the newest, one fewer than needed, so that the next error
        // completes
        // the seed.
        int skipped = Math.max(0, size - (warmUp.errors.length - 1));
        in.position(in.position() + skipped * (Float.BYTES + Byte.BYTES));
        for (int i = skipped; i < size; i++) {
            warmUp.errors[warmUp.size] = in.getFloat();
            warmUp.hoursOfDay[warmUp.size] = in.get();
            warmUp.size++;
        }
        return warmUp;
    }
}
