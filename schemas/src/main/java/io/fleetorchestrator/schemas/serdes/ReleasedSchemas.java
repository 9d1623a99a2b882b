package io.fleetorchestrator.schemas.serdes;

import io.fleetorchestrator.schemas.topics.Topic;
import io.fleetorchestrator.schemas.topics.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Every released version of the contract. Stored bytes may have been written with any of them. */
final class ReleasedSchemas {

    private ReleasedSchemas() {}

    /** The released versions of a topic's values, oldest first. */
    static List<Schema> of(Topic<?> topic) {
        return in(topic.name() + "-value");
    }

    /** The released versions of a record in a store, oldest first. */
    static List<Schema> ofState(String name) {
        return in("state/" + name);
    }

    private static List<Schema> in(String folder) {
        return IntStream.iterate(1, version -> version + 1)
                .mapToObj(version -> "/released/%s/%d.avsc".formatted(folder, version))
                .takeWhile(path -> ReleasedSchemas.class.getResource(path) != null)
                .map(ReleasedSchemas::read)
                .toList();
    }

    /** The released versions of one record: a topic's value, a part of one, or a value of a store. */
    static List<Schema> named(String fullName) {
        var contract =
                Topics.all().stream().flatMap(topic -> of(topic).stream()).flatMap(ReleasedSchemas::withParts);
        var state = ofState(fullName.substring(fullName.lastIndexOf('.') + 1)).stream();
        return Stream.concat(contract, state)
                .filter(schema -> schema.getFullName().equals(fullName))
                .distinct()
                .toList();
    }

    /** A schema and all named types within it. The contract has no recursive types. */
    static Stream<Schema> withParts(Schema schema) {
        return switch (schema.getType()) {
            case RECORD ->
                Stream.concat(
                        Stream.of(schema), schema.getFields().stream().flatMap(field -> withParts(field.schema())));
            case ENUM, FIXED -> Stream.of(schema);
            case ARRAY -> withParts(schema.getElementType());
            case MAP -> withParts(schema.getValueType());
            case UNION -> schema.getTypes().stream().flatMap(ReleasedSchemas::withParts);
            default -> Stream.empty();
        };
    }

    private static Schema read(String path) {
        try (var in = Objects.requireNonNull(ReleasedSchemas.class.getResourceAsStream(path), path)) {
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
