package io.fleetorchestrator.schemas.serdes;

import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * A value in one of our own stores cannot be read. No input record is the cause, so none may be dead-lettered: the service
 * must stop, and an operator must act.
 */
public final class StateUnreadableException extends KafkaException {

    private static final long serialVersionUID = 1L;

    private static final String REMEDY =
            "Nothing was lost. Start the version that wrote it, or a newer one. If there is none,"
                    + " stop all instances of this service and let it build its state again from its input topics:"
                    + " docs/upgrade.md, \"Starting again from the beginning\"";

    /**
     * @param store the store, or its changelog topic
     * @param found what was found instead of a value that this version can read
     */
    public StateUnreadableException(String store, String found, @Nullable Throwable cause) {
        super("The state in store " + store + " cannot be read: " + found + ". " + REMEDY, cause);
    }

    /** The result of the reader. If the reader throws, the bytes in this store cannot be read. */
    public static <T> T reading(String store, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (StateUnreadableException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new StateUnreadableException(store, e.getMessage() == null ? e.toString() : e.getMessage(), e);
        }
    }
}
