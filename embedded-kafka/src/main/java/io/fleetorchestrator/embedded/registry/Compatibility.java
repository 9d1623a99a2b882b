package io.fleetorchestrator.embedded.registry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;

/** With which earlier versions of a subject a new one must be compatible, and in which direction. */
enum Compatibility {
    NONE,
    BACKWARD,
    BACKWARD_TRANSITIVE,
    FORWARD,
    FORWARD_TRANSITIVE,
    FULL,
    FULL_TRANSITIVE;

    static Compatibility named(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw RegistryRefusal.invalidCompatibility(name);
        }
    }

    /** The incompatibilities with the earlier schemas; empty if there are none. */
    Optional<String> broken(Schema schema, List<Schema> newestFirst) {
        if (this == NONE) {
            return Optional.empty();
        }
        var strategy = strategy(new SchemaValidatorBuilder());
        try {
            (isTransitive() ? strategy.validateAll() : strategy.validateLatest()).validate(schema, newestFirst);
            return Optional.empty();
        } catch (SchemaValidationException incompatible) {
            return Optional.of(String.valueOf(incompatible.getMessage()));
        }
    }

    private SchemaValidatorBuilder strategy(SchemaValidatorBuilder builder) {
        return switch (this) {
            case NONE, BACKWARD, BACKWARD_TRANSITIVE -> builder.canReadStrategy();
            case FORWARD, FORWARD_TRANSITIVE -> builder.canBeReadStrategy();
            case FULL, FULL_TRANSITIVE -> builder.mutualReadStrategy();
        };
    }

    private boolean isTransitive() {
        return name().endsWith("_TRANSITIVE");
    }
}
