package io.fleetorchestrator.reliability.hostile;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** An ordinary value of any schema, for records without one. */
final class Plain {

    private Plain() {}

    static Object of(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM ->
                new GenericData.EnumSymbol(schema, schema.getEnumSymbols().get(0));
            case ARRAY -> List.of(of(schema.getElementType()));
            case MAP -> Map.of("plain", of(schema.getValueType()));
            case UNION -> of(branch(schema));
            case STRING -> "plain";
            case BYTES -> ByteBuffer.wrap(new byte[] {1, 2, 3});
            case INT -> 1;
            case LONG -> 1L;
            case FLOAT -> 1f;
            case DOUBLE -> 1.0;
            case BOOLEAN -> true;
            default -> throw new IllegalArgumentException("the contract has no " + schema.getType());
        };
    }

    /** The branch of an optional field that is not null. */
    static Schema branch(Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static GenericData.Record record(Schema schema) {
        var record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.pos(), of(field.schema())));
        return record;
    }
}
