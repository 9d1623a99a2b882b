package io.fleetorchestrator.schemas.serdes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Avro's model of the contract's generated types; our own, so that its settings do not affect shared models. */
final class ContractModel extends SpecificData {

    private static final String JAVA_STRING = "avro.java.string";

    /** The number of items comes from the bytes. Above this limit the list only grows as items are read. */
    private static final int TRUSTED_CAPACITY = 1_024;

    private ContractModel(ClassLoader loader) {
        super(loader);
    }

    static SpecificData of(Class<? extends SpecificRecord> type) {
        var model = holdsArrays(readerSchema(type)) ? new ContractModel(type.getClassLoader()) : quick(type);
        model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        return model;
    }

    /**
     * The model for types without arrays, such as readings: Avro's fast reader takes half the time. It ignores newArray,
     * creates Avro's own lists, and works only with Avro's own class of models.
     */
    private static SpecificData quick(Class<? extends SpecificRecord> type) {
        var model = new SpecificData(type.getClassLoader());
        model.setFastReaderEnabled(true);
        return model;
    }

    /** Plain lists: comparing Avro's own lists fails if they hold records with instants. */
    @Override
    public Object newArray(@Nullable Object old, int size, Schema schema) {
        return new ArrayList<>(Math.min(size, TRUSTED_CAPACITY));
    }

    private static boolean holdsArrays(Schema schema) {
        return switch (schema.getType()) {
            case ARRAY -> true;
            case RECORD -> schema.getFields().stream().anyMatch(field -> holdsArrays(field.schema()));
            case UNION -> schema.getTypes().stream().anyMatch(ContractModel::holdsArrays);
            default -> false;
        };
    }

    /** The generated schema, with the properties that describe how to read it into Java. */
    static Schema readerSchema(Class<? extends SpecificRecord> type) {
        return SpecificData.get().getSchema(type);
    }

    /** The schema of the contract, without the properties that the generator added for Java. */
    static Schema publicSchema(Class<? extends SpecificRecord> type) {
        var mapper = new ObjectMapper();
        try {
            return new Schema.Parser()
                    .parse(withoutJava(mapper.readTree(readerSchema(type).toString()))
                            .toString());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode withoutJava(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> withoutJava((ObjectNode) node);
            case ARRAY -> withoutJava((ArrayNode) node);
            default -> node;
        };
    }

    private static JsonNode withoutJava(ObjectNode object) {
        if (object.remove(JAVA_STRING) != null && object.size() == 1) {
            return object.get("type");
        }
        object.properties().forEach(property -> property.setValue(withoutJava(property.getValue())));
        return object;
    }

    private static JsonNode withoutJava(ArrayNode array) {
        for (int i = 0; i < array.size(); i++) {
            array.set(i, withoutJava(array.get(i)));
        }
        return array;
    }
}
