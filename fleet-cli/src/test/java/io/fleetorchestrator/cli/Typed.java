package io.fleetorchestrator.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A command that was run in this JVM, with its output. */
public record Typed(int exitCode, String out, String err) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Runs the command to its end. Replaces standard output and error meanwhile, so only one can run at a time. */
    public static Typed run(String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var standardOutput = System.out;
        var standardError = System.err;
        try (var capturedOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                var capturedErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setOut(capturedOut);
            System.setErr(capturedErr);
            var fleet = Fleet.commandLine();
            fleet.setOut(new PrintWriter(capturedOut, true, StandardCharsets.UTF_8));
            fleet.setErr(new PrintWriter(capturedErr, true, StandardCharsets.UTF_8));
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
