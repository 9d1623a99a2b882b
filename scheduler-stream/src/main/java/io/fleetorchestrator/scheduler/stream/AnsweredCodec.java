package io.fleetorchestrator.scheduler.stream;

import io.fleetorchestrator.core.fleet.AnsweredRequest;
import io.fleetorchestrator.core.fleet.RequestKind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;

/** An answered id in a few bytes: version, hour, fingerprints. Kind and id are in the key, and not written twice. */
final class AnsweredCodec {

    private static final byte VERSION = 1;

    private AnsweredCodec() {}

    static String key(AnsweredRequest answered) {
        var key = letter(answered.kind()) + answered.requestId();
        return answered.first() ? key : key + '\0' + Long.toHexString(answered.fingerprint());
    }

    static byte[] write(AnsweredRequest answered) {
        return ByteBuffer.allocate(1 + 2 * Long.BYTES)
                .put(VERSION)
                .putLong(answered.hour())
                .putLong(answered.fingerprint())
                .array();
    }

    static List<AnsweredRequest> read(String key, byte[] value) {
        var in = ByteBuffer.wrap(value);
        byte version = in.get();
        if (version != VERSION) {
            throw new SerializationException(
                    "an answer was kept in version " + version + ", this scheduler reads version " + VERSION);
        }
        int end = key.indexOf('\0');
        var id = key.substring(1, end < 0 ? key.length() : end);
        long hour = in.getLong();
        var answers = new ArrayList<AnsweredRequest>(1);
        while (in.remaining() >= Long.BYTES) {
            answers.add(new AnsweredRequest(
                    kind(key.charAt(0)), id, in.getLong(), end < 0 && answers.isEmpty(), hour));
        }
        return answers;
    }

    private static char letter(RequestKind kind) {
        return switch (kind) {
            case SUBMIT -> 's';
            case DRY_RUN -> 'd';
            case CANCEL -> 'c';
        };
    }

    private static RequestKind kind(char letter) {
        return switch (letter) {
            case 's' -> RequestKind.SUBMIT;
            case 'd' -> RequestKind.DRY_RUN;
            case 'c' -> RequestKind.CANCEL;
            default -> throw new SerializationException("an answer was kept under '" + letter + "'");
        };
    }
}
