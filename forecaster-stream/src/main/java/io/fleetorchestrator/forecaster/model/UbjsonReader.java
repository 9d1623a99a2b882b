package io.fleetorchestrator.forecaster.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.FloatNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads the part of universal binary JSON (ubjson.org) that XGBoost writes. XGBoost's own reader trusts its input: wrong bytes
 * crash the process in native code, and again after a restart, because they are still on the topic (docs/adr/0011).
 */
final class UbjsonReader {

    /** Models have depth 9. */
    private static final int DEEPEST = 32;

    private static final char TYPED = '$';
    private static final char COUNTED = '#';
    private static final char END_OF_ARRAY = ']';
    private static final char END_OF_OBJECT = '}';

    private final ByteBuffer in;

    private UbjsonReader(ByteBuffer in) {
        this.in = in;
    }

    /** The single value of these bytes. */
    static JsonNode read(ByteBuffer bytes) {
        var reader = new UbjsonReader(bytes.duplicate());
        try {
            var value = reader.value(reader.marker(), 0);
            if (reader.in.hasRemaining()) {
                throw new IllegalArgumentException("this model has " + reader.in.remaining() + " bytes after its end");
            }
            return value;
        } catch (BufferUnderflowException cut) {
            throw new IllegalArgumentException("this model ends in the middle", cut);
        }
    }

    private JsonNode value(char marker, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("this model is more than " + DEEPEST + " deep");
        }
        return switch (marker) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case 'S' -> TextNode.valueOf(text());
            case 'T' -> BooleanNode.TRUE;
            case 'F' -> BooleanNode.FALSE;
            case 'Z' -> NullNode.getInstance();
            case 'd' -> FloatNode.valueOf(in.getFloat());
            case 'D' -> DoubleNode.valueOf(in.getDouble());
            case 'L' -> LongNode.valueOf(in.getLong());
            default -> IntNode.valueOf(small(marker));
        };
    }

    private ObjectNode object(int depth) {
        var object = JsonNodeFactory.instance.objectNode();
        while (!ends(END_OF_OBJECT)) {
            object.set(text(), value(marker(), depth));
        }
        return object;
    }

    private ArrayNode array(int depth) {
        boolean typed = skipped(TYPED);
        char type = typed ? marker() : 0;
        var array = JsonNodeFactory.instance.arrayNode();
        if (skipped(COUNTED)) {
            for (int left = length(); left > 0; left--) {
                array.add(value(typed ? type : marker(), depth));
            }
        } else {
            while (!ends(END_OF_ARRAY)) {
                array.add(value(marker(), depth));
            }
        }
        return array;
    }

    private String text() {
        var bytes = new byte[length()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Each counted item takes at least a byte, so a larger count is forged. It must not exhaust the heap. */
    private int length() {
        char marker = marker();
        long length = marker == 'L' ? in.getLong() : small(marker);
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException(
                    "this model has a length of " + length + ", but only " + in.remaining() + " bytes are left");
        }
        return (int) length;
    }

    private int small(char marker) {
        return switch (marker) {
            case 'i' -> in.get();
            case 'U' -> in.get() & 0xFF;
            case 'I' -> in.getShort();
            case 'l' -> in.getInt();
            default -> throw new IllegalArgumentException("this model has an unknown type byte " + (int) marker);
        };
    }

    private char marker() {
        return (char) (in.get() & 0xFF);
    }

    private boolean ends(char end) {
        if (!in.hasRemaining()) {
            throw new BufferUnderflowException();
        }
        return skipped(end);
    }

    private boolean skipped(char wanted) {
        boolean there = in.hasRemaining() && in.get(in.position()) == wanted;
        if (there) {
            in.get();
        }
        return there;
    }
}
