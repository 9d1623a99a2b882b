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

/** How Avro is to treat the contract's generated types: a model of our own, so that no setting leaks into shared ones. */
final class ContractModel extends SpecificData {

    private static final String JAVA_STRING = "avro.java.string";

    /** Avro's number of items comes from the bytes; beyond this the list grows as items are really read. */
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
     * What readings come through: Avro's fast reader takes half the time. It makes Avro's own lists, whatever newArray
     * says, and serves Avro's own class of models only.
     */
    private static SpecificData quick(Class<? extends SpecificRecord> type) {
        var model = new SpecificData(type.getClassLoader());
        model.setFastReaderEnabled(true);
        return model;
    }

    /** Plain lists: Avro's own know nothing of instants, and throw when records that hold some are compared. */
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

    /** The schema as generated, which says how to read it into Java. */
    static Schema readerSchema(Class<? extends SpecificRecord> type) {
        return SpecificData.get().getSchema(type);
    }

    /** The schema as written down in the contract: what the generator added for Java is nobody else's business. */
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
