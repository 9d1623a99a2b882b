package io.fleetorchestrator.schemas.serdes;

import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/**
 * Changes of a released schema that are not allowed. Avro's own rules are not enough: it allows renaming a field with a
 * default, removing an enum symbol and changing milliseconds to microseconds, which all lose or falsify data silently.
 */
final class EvolutionRules {

    private EvolutionRules() {}

    /** Each broken rule in one sentence, with the name of the field and the remedy. */
    static Stream<String> broken(Schema released, Schema current) {
        return Stream.of(
                        vanished(released, current),
                        unreadable("old data cannot be read", current, released),
                        unreadable("old readers cannot read new data", released, current))
                .flatMap(Function.identity());
    }

    private static Stream<String> unreadable(String what, Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(found -> "%s: %s at %s (%s). %s"
                        .formatted(what, found.getType(), path(found), found.getMessage(), remedy(found)));
    }

    private static String path(Incompatibility found) {
        var schema = found.getReaderFragment();
        return schema.getType() == Schema.Type.RECORD
                ? schema.getFullName() + "." + found.getMessage()
                : found.getLocation();
    }

    private static String remedy(Incompatibility found) {
        return switch (found.getType()) {
            case READER_FIELD_MISSING_DEFAULT_VALUE ->
                "A released field without default can neither be added nor removed: give a new field a default,"
                        + " and bring a removed one back.";
            case MISSING_ENUM_SYMBOLS -> "Give the enum a default symbol.";
            default -> "Leave the released field as it is and add another one with a default.";
        };
    }

    private static Stream<String> vanished(Schema released, Schema current) {
        var now = ReleasedSchemas.withParts(current)
                .collect(Collectors.toMap(Schema::getFullName, Function.identity(), (first, same) -> first));
        return ReleasedSchemas.withParts(released)
                .distinct()
                .flatMap(old -> now.containsKey(old.getFullName())
                        ? vanishedFrom(old, now.get(old.getFullName()))
                        : Stream.of("type " + old.getFullName()
                                + " is gone. Keep it, and note in its doc that it is unused."));
    }

    private static Stream<String> vanishedFrom(Schema old, Schema now) {
        return old.getType() == Schema.Type.RECORD ? fields(old, now) : symbols(old, now);
    }

    private static Stream<String> fields(Schema old, Schema now) {
        return old.getFields().stream().flatMap(field -> {
            var name = old.getName() + "." + field.name();
            var kept = now.getField(field.name());
            if (kept == null) {
                return Stream.of(
                        "field " + name + " was renamed or removed. Keep it, and add the new one with a default.");
            }
            return Objects.equals(logicalTypes(field.schema()), logicalTypes(kept.schema()))
                    ? Stream.empty()
                    : Stream.of("field " + name + " changed its logical type. Keep it, and add another one.");
        });
    }

    private static String logicalTypes(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream().map(EvolutionRules::logicalTypes).collect(Collectors.joining("|"))
                : Objects.toString(schema.getProp("logicalType"), "");
    }

    private static Stream<String> symbols(Schema old, Schema now) {
        return old.getEnumSymbols().stream()
                .filter(symbol -> !now.hasEnumSymbol(symbol))
                .map(symbol -> "symbol " + old.getName() + "." + symbol + " was renamed or removed. Keep it.");
    }
}
