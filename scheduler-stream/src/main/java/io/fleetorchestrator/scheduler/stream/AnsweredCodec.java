package io.fleetorchestrator.scheduler.stream;

import io.fleetorchestrator.core.fleet.Answered;
import io.fleetorchestrator.core.fleet.Kind;
import java.nio.ByteBuffer;
import java.util.stream.LongStream;
import org.apache.kafka.common.errors.SerializationException;

/** An answered id in a few bytes: version, hour, fingerprints. Kind and id are in the key, and not written twice. */
final class AnsweredCodec {

    private static final byte VERSION = 1;

    private AnsweredCodec() {}

    static String key(Answered answered) {
        return letter(answered.kind()) + answered.requestId();
    }

    static byte[] write(Answered answered) {
        var fingerprints = answered.fingerprints();
        var out = ByteBuffer.allocate(1 + Long.BYTES + fingerprints.size() * Long.BYTES)
                .put(VERSION)
                .putLong(answered.hour());
        fingerprints.forEach(out::putLong);
        return out.array();
    }

    static Answered read(String key, byte[] value) {
        var in = ByteBuffer.wrap(value);
        byte version = in.get();
        if (version != VERSION) {
            throw new SerializationException(
                    "an answer was kept in version " + version + ", this scheduler reads version " + VERSION);
        }
        long hour = in.getLong();
        var fingerprints = LongStream.generate(in::getLong)
                .limit(in.remaining() / Long.BYTES)
                .boxed()
                .toList();
        return new Answered(kind(key.charAt(0)), key.substring(1), hour, fingerprints);
    }

    private static char letter(Kind kind) {
        return switch (kind) {
            case SUBMIT -> 's';
            case DRY_RUN -> 'd';
            case CANCEL -> 'c';
        };
    }

    private static Kind kind(char letter) {
        return switch (letter) {
            case 's' -> Kind.SUBMIT;
            case 'd' -> Kind.DRY_RUN;
            case 'c' -> Kind.CANCEL;
            default -> throw new SerializationException("an answer was kept under '" + letter + "'");
        };
    }
}
