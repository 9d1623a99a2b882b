package io.fleetorchestrator.core.features;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of one signal's model, in a fixed order that is part of every model: see {@link #hash()}. */
public final class FeatureSchema {

    /** Index of the horizon in a row, in every schema. */
    public static final int HORIZON = 0;

    private final Measurement signal;
    private final List<Column> columns;

    private FeatureSchema(Measurement signal, List<FeatureGroup> groups) {
        this.signal = signal;
        this.columns =
                groups.stream().flatMap(group -> group.columns().stream()).toList();
    }

    /** The columns without the season, for a training history shorter than a year: trees cannot extrapolate it. */
    public static FeatureSchema of(Measurement signal) {
        return new FeatureSchema(signal, Columns.groups(signal));
    }

    /** The columns with the day of the year. */
    public static FeatureSchema withSeason(Measurement signal) {
        return new FeatureSchema(
                signal,
                Stream.concat(Columns.groups(signal).stream(), Stream.of(Columns.season()))
                        .toList());
    }

    /** The schema that a model was trained with, if this version has it. */
    public static Optional<FeatureSchema> withHash(Measurement signal, String hash) {
        return Stream.of(of(signal), withSeason(signal))
                .filter(schema -> schema.hash().equals(hash))
                .findFirst();
    }

    public Measurement signal() {
        return signal;
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    public int width() {
        return columns.size();
    }

    /** Changes if a column is added, removed, renamed or moved. A column with a new meaning needs a new name. */
    public String hash() {
        String text = signal + ":" + String.join(",", names());
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
    }

    List<Column> columns() {
        return columns;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
