package io.fleetorchestrator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command as somebody types it, run in this JVM, with its answer. */
public record Typed(int exitCode, String out, String err) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs the command to its end. Standard output and error are borrowed meanwhile, so not two at once. */
    public static Typed run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var standardOutput = System.out;
        var standardError = System.err;
        try (var borrowedOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                var borrowedErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setOut(borrowedOut);
            System.setErr(borrowedErr);
            var fleet = Fleet.commandLine();
            fleet.setOut(new PrintWriter(borrowedOut, true, StandardCharsets.UTF_8));
            fleet.setErr(new PrintWriter(borrowedErr, true, StandardCharsets.UTF_8));
            int exitCode = fleet.execute(args);
            return new Typed(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(standardOutput);
            System.setErr(standardError);
        }
    }

    /** What it printed, one JSON object a line. */
    public List<JsonNode> json() {
        return out.lines().map(Typed::parse).toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("no JSON: " + line, malformed);
        }
    }
}
