package io.fleetorchestrator.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Confluent's Python client on librdkafka, as Debian packages it. Its kcat is built without schema registry support. */
public final class ForeignClient {

    /** Debian's own, whatever other Python comes first on the path. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ForeignClient() {}

    /** Whether this machine has it; tests that need it are skipped where not. */
    public static boolean isInstalled() {
        try {
            return new ProcessBuilder(PYTHON, "-c", "import confluent_kafka.avro")
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** All values of the topics, decoded with the schemas of the registry. */
    public static Map<String, List<JsonNode>> values(String bootstrapServers, String registryUrl, List<String> topics) {
        var command = new ArrayList<>(List.of(PYTHON, "-W", "ignore", "-", bootstrapServers, registryUrl));
        command.addAll(topics);
        return output(command)
                .lines()
                .map(line -> line.split("\t", 2))
                .collect(groupingBy(line -> line[0], mapping(line -> json(line[1]), toList())));
    }

    private static String output(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            // By standard input: seen from other modules the script is in a jar, where Python does not look.
            try (var input = process.getOutputStream()) {
                input.write(script());
            }
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(output);
            }
            return output;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static byte[] script() throws IOException {
        try (var script = Objects.requireNonNull(ForeignClient.class.getResourceAsStream("/foreign/values.py"))) {
            return script.readAllBytes();
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private static AssertionError interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new AssertionError(e);
    }
}
