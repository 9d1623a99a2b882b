package io.fleetorchestrator.core.calibration;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tracks the quantiles of the forecast errors of one region, signal and horizon, in constant space and time.
 *
 * <p>Each quantile takes a step up if its margin was missed and a smaller step down if it was not. Over time it is then
 * missed exactly as often as allowed, for any distribution of errors. Feedback is delayed by the horizon: an error is
 * judged by the margins that its forecast was issued with, never by those of today.
 */
public final class ConformalCalibrator {

    /** Step of the quantiles, in mean scores (docs/forecasting.md; frozen, not to be tuned on evaluation data). */
    private static final double STEP = 0.05;

    /** Number of scores in four weeks: the memory of the mean score, and the time until the steps are small. */
    private static final double FOUR_WEEKS = 672;

    private final Confidence confidence;
    private @Nullable WarmUp warmUp;
    private HourlyErrorScale scale = new HourlyErrorScale(hour -> 0);
    private long size;
    private double lower;
    private double upper;
    private double upperOneSided;
    private double mean;

    private ConformalCalibrator(Confidence confidence) {
        this.confidence = confidence;
    }

    /** A calibrator without scores: it collects its first scores from actual values. */
    public static ConformalCalibrator warmingUp(Confidence confidence) {
        var calibrator = new ConformalCalibrator(confidence);
        calibrator.warmUp = new WarmUp(confidence);
        return calibrator;
    }

    /** A calibrator that starts from known scores. */
    public static ConformalCalibrator from(Seed seed, Confidence confidence) {
        var calibrator = new ConformalCalibrator(confidence);
        calibrator.start(seed);
        return calibrator;
    }

    /** Whether there are enough scores to issue margins. */
    public boolean calibrated() {
        return warmUp == null;
    }

    /** Number of scores that the margins are based on. */
    public long size() {
        return warmUp == null ? size : warmUp.size();
    }

    /** Margins for a forecast of this hour of day, issued now; none while warming up. */
    public Margins margins(int hourOfDay) {
        if (warmUp != null) {
            return Margins.NONE;
        }
        double sigma = scale.at(hourOfDay);
        return new Margins(lower * sigma, upper * sigma, upperOneSided * sigma);
    }

    /**
     * Learns from the error of a forecast.
     *
     * @param hourOfDay the UTC hour of day of that hour
     * @param error actual minus point forecast
     * @param issued the margins that the forecast was issued with
     */
    public void learn(int hourOfDay, double error, Margins issued) {
        if (!Double.isFinite(error)) {
            throw new IllegalArgumentException("error " + error + " is a hole; only numbers can be learnt from");
        }
        if (warmUp != null) {
            warmUp.learn(hourOfDay, error).ifPresent(this::start);
            return;
        }
        track(hourOfDay, error, issued);
    }

    /** Starts from a seed, unless the calibrator has started already: its own scores are better. */
    public void offer(Optional<Seed> seed) {
        if (warmUp != null) {
            seed.ifPresent(this::start);
        }
    }

    private void start(Seed seed) {
        size = seed.size();
        lower = seed.quantileLower();
        upper = seed.quantileUpper();
        upperOneSided = seed.quantileUpperOneSided();
        mean = seed.scaleMean();
        scale = new HourlyErrorScale(seed.sigmaByHour()::get);
        warmUp = null;
    }

    private void track(int hourOfDay, double error, Margins issued) {
        size++;
        mean += (Math.abs(error / scale.at(hourOfDay)) - mean) / FOUR_WEEKS;
        if (issued.known()) {
            upper += step(error > issued.upper(), confidence.alphaPerSide());
            lower += step(-error > issued.lower(), confidence.alphaPerSide());
            upperOneSided += step(error > issued.upperOneSided(), confidence.alpha());
        }
        scale.learn(hourOfDay, error);
    }

    private double step(boolean missed, double allowed) {
        return STEP * stepBoost() * mean * ((missed ? 1 : 0) - allowed);
    }

    /** Larger steps while there are few scores, which come from the same weather: docs/adr/0014-haste-at-the-start.md. */
    private double stepBoost() {
        return Math.max(1, Math.sqrt(FOUR_WEEKS / size));
    }

    /** Bytes that {@link #writeTo} needs. */
    public int encodedSize() {
        return Byte.BYTES
                + (warmUp != null ? warmUp.encodedSize() : Long.BYTES + 4 * Double.BYTES + HourlyErrorScale.BYTES);
    }

    /** Appends everything that {@link #readFrom} needs to continue exactly like this calibrator. */
    public void writeTo(ByteBuffer out) {
        out.put((byte) (warmUp == null ? 1 : 0));
        if (warmUp != null) {
            warmUp.writeTo(out);
            return;
        }
        out.putLong(size)
                .putDouble(lower)
                .putDouble(upper)
                .putDouble(upperOneSided)
                .putDouble(mean);
        scale.writeTo(out);
    }

    public static ConformalCalibrator readFrom(ByteBuffer in, Confidence confidence) {
        var calibrator = new ConformalCalibrator(confidence);
        if (in.get() == 0) {
            calibrator.warmUp = WarmUp.readFrom(in, confidence);
            return calibrator;
        }
        calibrator.size = in.getLong();
        calibrator.lower = in.getDouble();
        calibrator.upper = in.getDouble();
        calibrator.upperOneSided = in.getDouble();
        calibrator.mean = in.getDouble();
        calibrator.scale = HourlyErrorScale.readFrom(in);
        return calibrator;
    }
}
