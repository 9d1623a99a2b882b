package io.fleetorchestrator.center.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * API keys by their SHA-256, from a file of lines {@code name:role:tenant:sha256-in-hex}; without a
 * tenant, a key is valid for any. Keys are long and random, so a plain hash is enough, and the lookup of a hash reveals
 * nothing by its timing.
 */
public final class ApiKeys implements Credentials {

    private static final int FIELDS = 4;
    private static final int HASH_DIGITS = 64;

    private final Map<String, Caller> callers;

    private ApiKeys(Map<String, Caller> callers) {
        this.callers = callers;
    }

    /** Reads the file; fails with the number of the first invalid line. */
    public static ApiKeys read(Path file) {
        try {
            var callers = new HashMap<String, Caller>();
            var lines = Files.readAllLines(file);
            for (int at = 0; at < lines.size(); at++) {
                var line = lines.get(at).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    add(callers, line, file + ":" + (at + 1));
                }
            }
            return new ApiKeys(callers);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "api-keys-file: " + file + " cannot be read; set it to an existing text file", e);
        }
    }

    private static void add(Map<String, Caller> callers, String line, String place) {
        var fields = line.split(":", -1);
        if (fields.length != FIELDS || fields[3].length() != HASH_DIGITS) {
            throw new IllegalArgumentException(
                    "api-keys-file: " + place + ": write a key as name:role:tenant:sha256-in-hex");
        }
        var role = Role.named(fields[1])
                .orElseThrow(() -> new IllegalArgumentException("api-keys-file: " + place + ": '" + fields[1]
                        + "' is not a role; roles are viewer, submitter, operator"));
        var tenant = Optional.of(fields[2]).filter(name -> !name.isEmpty());
        callers.put(digest(fields[3], place), new Caller(fields[0], role, tenant));
    }

    private static String digest(String hex, String place) {
        try {
            return HexFormat.of().formatHex(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("api-keys-file: " + place + ": the key's SHA-256 is not hexadecimal", e);
        }
    }

    @Override
    public Optional<Caller> caller(String bearer) {
        return Optional.ofNullable(callers.get(hash(bearer)));
    }

    /** The hash of a key in the file. */
    public static String hash(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
