package io.fleetorchestrator.reliability.hostile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** All invalid values that the schema allows, for each field at any depth; new fields are included automatically. */
final class SchemaWalk {

    /** Elements of numbers and short texts; far more than is plausible. */
    private static final int LONG_LIST = 20_000;

    /** Elements of records, which are larger. */
    private static final int LONG_LIST_OF_RECORDS = 500;

    private SchemaWalk() {}

    static List<Change> changes(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> fields(schema);
            case UNION -> union(schema);
            case ARRAY -> array(schema.getElementType());
            case MAP -> map(schema.getValueType());
            case STRING -> AbsurdText.changes();
            case DOUBLE -> AbsurdNumbers.doubles();
            case INT -> AbsurdNumbers.ints();
            case LONG -> AbsurdNumbers.longs();
            case BOOLEAN -> List.of(Change.to("true", true), Change.to("false", false));
            case ENUM -> symbols(schema);
            case BYTES ->
                List.of(
                        Change.to("empty", ByteBuffer.allocate(0)),
                        Change.to("100,000 zeros", ByteBuffer.allocate(100_000)));
            default -> throw new IllegalArgumentException("the contract has no " + schema.getType());
        };
    }

    private static List<Change> fields(Schema schema) {
        var changes = new ArrayList<Change>();
        for (var field : schema.getFields()) {
            for (var change : changes(field.schema())) {
                changes.add(change.within("." + field.name(), record -> with(schema, field, change, record)));
            }
        }
        return changes;
    }

    private static Object with(Schema schema, Schema.Field field, Change change, @Nullable Object value) {
        var record = (GenericData.Record) (value == null ? Plain.of(schema) : value);
        var copy = new GenericData.Record(record, false);
        copy.put(field.pos(), change.apply(record.get(field.pos())));
        return copy;
    }

    private static List<Change> union(Schema schema) {
        var branch = Plain.branch(schema);
        var present = changes(branch).stream()
                .map(change -> change.within("", value -> change.apply(value == null ? Plain.of(branch) : value)));
        return Stream.concat(Stream.of(new Change("", "absent", false, value -> null)), present)
                .toList();
    }

    private static List<Change> array(Schema element) {
        int count = element.getType() == Schema.Type.RECORD ? LONG_LIST_OF_RECORDS : LONG_LIST;
        var changes = new ArrayList<>(List.of(
                Change.to("empty", List.of()),
                ofList("with everything twice", false, list -> joined(list, list)),
                ofList(
                        count + " long",
                        true,
                        list -> repeated(list.isEmpty() ? Plain.of(element) : list.get(0), count))));
        for (var change : changes(element)) {
            changes.add(change.within("[]", value -> withFirst(list(value), change)));
        }
        return changes;
    }

    private static Change ofList(String how, boolean huge, Function<List<Object>, List<Object>> operation) {
        return new Change("", how, huge, value -> operation.apply(list(value)));
    }

    @SuppressWarnings("unchecked") // Avro's own lists
    private static List<Object> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Object>) value;
    }

    private static List<Object> joined(List<Object> one, List<Object> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** Texts are numbered, so that none is dropped as a duplicate. */
    private static List<Object> repeated(Object element, int count) {
        return Stream.iterate(0, number -> number + 1)
                .limit(count)
                .map(number -> element instanceof CharSequence text ? (Object) (text + "-" + number) : element)
                .toList();
    }

    private static List<@Nullable Object> withFirst(List<Object> list, Change change) {
        var changed = new ArrayList<@Nullable Object>();
        changed.add(change.apply(list.isEmpty() ? null : list.get(0)));
        list.stream().skip(1).forEach(changed::add);
        return changed;
    }

    private static List<Change> map(Schema element) {
        var changes = new ArrayList<>(List.of(
                Change.to("empty", Map.of()),
                new Change("", "with 5,000 entries", true, value -> manyEntries(element)),
                new Change("", "with an empty key", false, value -> Map.of("", Plain.of(element))),
                new Change("", "with a huge key", true, value -> Map.of("k".repeat(400_000), Plain.of(element)))));
        for (var change : changes(element)) {
            changes.add(change.within("{}", value -> withEntry(change)));
        }
        return changes;
    }

    private static Map<String, Object> manyEntries(Schema element) {
        var entries = new HashMap<String, Object>();
        for (int entry = 0; entry < 5_000; entry++) {
            entries.put("key-" + entry, Plain.of(element));
        }
        return entries;
    }

    private static Map<String, @Nullable Object> withEntry(Change change) {
        var map = new HashMap<String, @Nullable Object>();
        map.put("hostile-2", change.apply(null));
        return map;
    }

    private static List<Change> symbols(Schema schema) {
        return schema.getEnumSymbols().stream()
                .map(symbol -> Change.to(symbol, new GenericData.EnumSymbol(schema, symbol)))
                .toList();
    }
}
