package io.fleetorchestrator.center.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.stream.Collectors;

/** JSON as this API reads and writes it: strict in, plain out. */
public final class Json {

    /** Our bodies are two deep; what is deeper only wants to exhaust the stack. */
    private static final int MAX_DEPTH = 16;

    private static final int MAX_TEXT = 10_000;
    private static final int MAX_NUMBER = 50;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    public String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(value.getClass() + " cannot be written as JSON", e);
        }
    }

    /** Reads a body; what cannot be read is a problem that names the field. */
    <T> T read(String body, Class<T> type) {
        if (body.isBlank()) {
            throw ProblemException.of(400, "the body is empty; send JSON");
        }
        try {
            return BodyRules.checked(mapper.readValue(body, type));
        } catch (UnrecognizedPropertyException e) {
            throw ProblemException.wrong(path(e), null, "is not known; known are " + e.getKnownPropertyIds());
        } catch (MismatchedInputException e) {
            throw ProblemException.wrong(path(e), null, "cannot be read: " + e.getOriginalMessage());
        } catch (JsonMappingException e) {
            throw ProblemException.wrong(path(e), null, "cannot be read");
        } catch (JsonProcessingException e) {
            throw ProblemException.of(400, "the body is not JSON: " + e.getOriginalMessage());
        }
    }

    private static String path(JsonMappingException e) {
        var path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "body" : path.replace(".[", "[");
    }
}
