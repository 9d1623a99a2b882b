package io.fleetorchestrator.scheduler.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fleetorchestrator.core.fleet.CommittedWorkload;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.serdes.AvroSerdes;
import io.fleetorchestrator.schemas.state.PlacedWorkload;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;

/** Converts placed workloads to records of the state store. */
record PlacedCodec(Serde<WorkloadRequest> requests) {

    /** The first byte of the format of 0.1.0. */
    private static final byte FIRST_VERSION = 1;

    static Serde<PlacedWorkload> serde(AvroSerdes serdes) {
        return serdes.stateSerde(PlacedWorkload.class, PlacedCodec::readFirstVersion);
    }

    static PlacedCodec of(AvroSerdes serdes) {
        return new PlacedCodec(serdes.stateSerde(WorkloadRequest.class));
    }

    PlacedWorkload write(CommittedWorkload placed) {
        return new PlacedWorkload(
                placed.region(),
                placed.start(),
                placed.end(),
                placed.atRisk(),
                ByteBuffer.wrap(requests.serializer().serialize(FleetStores.PLACEMENTS, placed.request())));
    }

    CommittedWorkload read(PlacedWorkload kept) {
        byte[] request = new byte[kept.getRequest().remaining()];
        kept.getRequest().duplicate().get(request);
        return new CommittedWorkload(
                requests.deserializer().deserialize(FleetStores.PLACEMENTS, request),
                kept.getRegion(),
                kept.getStartHour(),
                kept.getEndHour(),
                kept.getAtRisk());
    }

    /** The format of 0.1.0: version, risk, hours, region, and the request. */
    private static PlacedWorkload readFirstVersion(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        byte version = in.get();
        if (version != FIRST_VERSION) {
            throw new IllegalArgumentException("a placement of version " + version);
        }
        boolean atRisk = in.get() == 1;
        long start = in.getLong();
        long end = in.getLong();
        byte[] region = new byte[in.getInt()];
        in.get(region);
        return new PlacedWorkload(new String(region, UTF_8), start, end, atRisk, in.slice());
    }
}
