package io.fleetorchestrator.scheduler.stream;

import io.fleetorchestrator.core.fleet.AnsweredRequest;
import io.fleetorchestrator.core.fleet.RequestKind;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.serdes.StateUnreadableException;
import io.fleetorchestrator.schemas.state.AnsweredId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;

/** Converts answered requests to records of the state store. Each content of an id has its own key, so no record grows. */
final class AnsweredCodec {

    /** The first byte of the format of 0.1.0. */
    private static final byte FIRST_VERSION = 1;

    private AnsweredCodec() {}

    static Serde<AnsweredId> serde(AvroSerdes serdes) {
        return serdes.stateSerde(AnsweredId.class, AnsweredCodec::readFirstVersion);
    }

    /** The first content of an id has the id as its key, as in 0.1.0. */
    static String key(AnsweredRequest answered) {
        var key = letter(answered.kind()) + answered.requestId();
        return answered.first() ? key : key + '\0' + Long.toHexString(answered.fingerprint());
    }

    static AnsweredId write(AnsweredRequest answered) {
        return new AnsweredId(answered.hour(), List.of(answered.fingerprint()));
    }

    /** The contents under one key: one, or all contents of an id that 0.1.0 answered. */
    static List<AnsweredRequest> read(String key, AnsweredId kept) {
        int end = key.indexOf('\0');
        var id = key.substring(1, end < 0 ? key.length() : end);
        var kind = kind(key.charAt(0));
        return IntStream.range(0, kept.getFingerprints().size())
                .mapToObj(index -> new AnsweredRequest(
                        kind, id, kept.getFingerprints().get(index), end < 0 && index == 0, kept.getHour()))
                .toList();
    }

    /** The format of 0.1.0: version, hour, fingerprints. */
    private static AnsweredId readFirstVersion(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != FIRST_VERSION) {
            throw new IllegalArgumentException("an answer of version " + version);
        }
        long hour = in.getLong();
        var fingerprints = new ArrayList<Long>(1);
        while (in.hasRemaining()) {
            fingerprints.add(in.getLong());
        }
        return new AnsweredId(hour, fingerprints);
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
            default ->
                throw new StateUnreadableException(
                        FleetStores.ANSWERS, "a key that begins with '" + letter + "'", null);
        };
    }
}
