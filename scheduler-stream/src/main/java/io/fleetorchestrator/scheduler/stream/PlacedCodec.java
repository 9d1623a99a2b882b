package io.fleetorchestrator.scheduler.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fleetorchestrator.core.fleet.Placed;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;

/** A placed workload in bytes: version, risk, hours, region, and the request as it came. */
record PlacedCodec(Serde<WorkloadRequest> requests) {

    private static final byte VERSION = 1;

    /** Internal serdes know their type; topics mean nothing to them. */
    private static final String NO_TOPIC = "";

    byte[] write(Placed placed) {
        byte[] region = placed.region().getBytes(UTF_8);
        byte[] request = requests.serializer().serialize(NO_TOPIC, placed.request());
        return ByteBuffer.allocate(2 + 2 * Long.BYTES + Integer.BYTES + region.length + request.length)
                .put(VERSION)
                .put((byte) (placed.atRisk() ? 1 : 0))
                .putLong(placed.start())
                .putLong(placed.end())
                .putInt(region.length)
                .put(region)
                .put(request)
                .array();
    }

    Placed read(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != VERSION) {
            throw new SerializationException(
                    "a placement was kept in version " + version + ", this scheduler reads version " + VERSION);
        }
        boolean atRisk = in.get() == 1;
        long start = in.getLong();
        long end = in.getLong();
        String region = new String(next(in, in.getInt()), UTF_8);
        var request = requests.deserializer().deserialize(NO_TOPIC, next(in, in.remaining()));
        return new Placed(request, region, start, end, atRisk);
    }

    private static byte[] next(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
