package io.fleetorchestrator.cli.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads an Avro record from YAML or JSON (every JSON text is YAML), by the names of its fields. An unknown field is
 * rejected, because a misspelt deadline must not become a missing one.
 */
public final class AvroYamlReader {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private AvroYamlReader() {}

    /** The draft with every field that the text sets. */
    public static <T extends SpecificRecord> T read(String text, T draft) {
        var tree = parse(text);
        tree.properties().forEach(field -> set(draft, field.getKey(), field.getValue()));
        return draft;
    }

    private static JsonNode parse(String text) {
        try {
            var tree = YAML.readTree(text);
            if (!tree.isObject()) {
                throw new IllegalArgumentException("it has no fields; write them like 'powerMw: 5'");
            }
            return tree;
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            throw new IllegalArgumentException(
                    "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + malformed.getOriginalMessage(),
                    malformed);
        }
    }

    private static void set(SpecificRecord draft, String name, JsonNode value) {
        var field = draft.getSchema().getField(name);
        if (field == null) {
            throw new IllegalArgumentException("'" + name + "' is not a field of "
                    + draft.getSchema().getName() + "; the fields are: "
                    + String.join(", ", fieldNames(draft.getSchema())));
        }
        try {
            draft.put(field.pos(), value(field.schema(), value));
        } catch (RuntimeException invalid) {
            throw new IllegalArgumentException(
                    "'" + value.asText(value.toString()) + "' is not valid for " + name + ": " + invalid.getMessage(),
                    invalid);
        }
    }

    private static List<String> fieldNames(Schema schema) {
        return schema.getFields().stream().map(Schema.Field::name).toList();
    }

    private static @Nullable Object value(Schema schema, JsonNode node) {
        return switch (schema.getType()) {
            case UNION -> node.isNull() ? null : value(schema.getTypes().get(1), node);
            case STRING -> node.asText();
            case DOUBLE -> number(node).doubleValue();
            case INT -> whole(node);
            case LONG -> instant(schema, node);
            case BOOLEAN -> bool(node);
            case ENUM -> symbol(schema, node);
            case ARRAY -> elements(schema, node);
            case MAP -> entries(schema, node);
            case RECORD -> record(schema, node);
            default -> throw new AvroRuntimeException("a " + schema.getType() + " cannot be written here");
        };
    }

    private static Number number(JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException("it is not a number");
        }
        return node.numberValue();
    }

    private static Integer whole(JsonNode node) {
        if (!node.canConvertToExactIntegral() || !node.canConvertToInt()) {
            throw new IllegalArgumentException("it is not a whole number");
        }
        return node.intValue();
    }

    private static Boolean bool(JsonNode node) {
        if (!node.isBoolean()) {
            throw new IllegalArgumentException("it is not true or false");
        }
        return node.booleanValue();
    }

    private static Object instant(Schema schema, JsonNode node) {
        return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                ? new InstantOrDuration().convert(node.asText())
                : number(node).longValue();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Avro names the generated enum by its schema only.
    private static Object symbol(Schema schema, JsonNode node) {
        var name = node.asText().toUpperCase(Locale.ROOT);
        if (!schema.hasEnumSymbol(name)) {
            throw new IllegalArgumentException("it is not one of " + schema.getEnumSymbols());
        }
        return Enum.valueOf((Class<Enum>) SpecificData.get().getClass(schema), name);
    }

    private static Object elements(Schema schema, JsonNode node) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("it is not a list");
        }
        var elements = new ArrayList<@Nullable Object>();
        node.forEach(element -> elements.add(value(schema.getElementType(), element)));
        return elements;
    }

    private static Object entries(Schema schema, JsonNode node) {
        var entries = new TreeMap<String, @Nullable Object>();
        node.properties().forEach(entry -> entries.put(entry.getKey(), value(schema.getValueType(), entry.getValue())));
        return entries;
    }

    private static Object record(Schema schema, JsonNode node) {
        var record = (org.apache.avro.specific.SpecificRecordBase)
                SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
        Map<String, JsonNode> fields = new TreeMap<>();
        node.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
        for (var field : schema.getFields()) {
            var written = fields.remove(field.name());
            record.put(
                    field.pos(),
                    written == null ? SpecificData.get().getDefaultValue(field) : value(field.schema(), written));
        }
        if (!fields.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown fields " + fields.keySet() + "; the fields are " + fieldNames(schema));
        }
        return record;
    }
}
