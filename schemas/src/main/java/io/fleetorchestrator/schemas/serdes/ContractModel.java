package io.fleetorchestrator.schemas.serdes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** How Avro is to treat the contract's generated types. */
final class ContractModel {

    private static final String JAVA_STRING = "avro.java.string";

    private ContractModel() {}

    /** A model of its own, so that no setting of ours leaks into Avro's shared ones. */
    static SpecificData of(Class<?> type) {
        var model = new SpecificData(type.getClassLoader());
        model.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        model.setFastReaderEnabled(true);
        return model;
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
