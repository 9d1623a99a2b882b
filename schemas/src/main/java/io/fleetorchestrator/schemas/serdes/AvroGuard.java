package io.fleetorchestrator.schemas.serdes;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.state.OpenHours;
import java.util.Set;
import org.apache.avro.SystemLimitException;
import org.apache.avro.util.ClassSecurityValidator;

/** What Avro may allocate and which classes it may load for bytes from outside. Avro takes both only JVM-wide. */
final class AvroGuard {

    /** The longest array of the contract is a forecast of 168 hours × 4 signals; models carry more, but far from this. */
    private static final int MAX_ITEMS = 1_000_000;

    /** Of the generated types: what topics carry, and what stores keep. */
    private static final Set<String> PACKAGES =
            Set.of(TelemetryReading.class.getPackageName(), OpenHours.class.getPackageName());

    static {
        limit(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, WireFormat.MAX_PAYLOAD_BYTES);
        limit(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, WireFormat.MAX_PAYLOAD_BYTES);
        limit(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, MAX_ITEMS);
        trustGeneratedTypes();
    }

    private AvroGuard() {}

    /** To be called before the first record is read; class initialisation makes it happen once. */
    static void raise() {}

    /** What the operator has set stays. */
    private static void limit(String property, int value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(value));
        }
    }

    /** Adds the generated types and nothing else to what Avro trusts already. */
    private static void trustGeneratedTypes() {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> PACKAGES.contains(type.getPackageName())));
    }
}
