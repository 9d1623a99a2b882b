package io.fleetorchestrator.schemas.serdes;

import io.fleetorchestrator.schemas.contract.TelemetryReading;
import io.fleetorchestrator.schemas.state.OpenHours;
import java.util.Set;
import org.apache.avro.SystemLimitException;
import org.apache.avro.util.ClassSecurityValidator;

/** Limits what Avro allocates and which classes it loads for bytes from outside. Avro has these limits only JVM-wide. */
final class AvroGuard {

    /** The longest array of the contract is a forecast of 168 hours × 4 signals; models have more items, but far fewer than this. */
    private static final int MAX_ITEMS = 1_000_000;

    /** Packages of the generated types: values of topics, and values of stores. */
    private static final Set<String> PACKAGES =
            Set.of(TelemetryReading.class.getPackageName(), OpenHours.class.getPackageName());

    static {
        limit(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, WireFormat.MAX_PAYLOAD_BYTES);
        limit(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, WireFormat.MAX_PAYLOAD_BYTES);
        limit(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY, MAX_ITEMS);
        trustGeneratedTypes();
    }

    private AvroGuard() {}

    /** Must be called before the first record is read. Class initialisation runs it only once. */
    static void raise() {}

    /** A value that the operator has set is kept. */
    private static void limit(String property, int value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, Integer.toString(value));
        }
    }

    /** Adds only the generated types to the packages that Avro trusts. */
    private static void trustGeneratedTypes() {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> PACKAGES.contains(type.getPackageName())));
    }
}
