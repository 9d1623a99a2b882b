package io.fleetorchestrator.schemas.serdes;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * What can go wrong with a registry, sorted into what passes and what somebody must mend, each with its culprit and its
 * cure.
 *
 * @param register whether schemas may be registered
 */
record RegistryFailures(String url, boolean register) {

    RuntimeException ofAnswer(int status, Exception answer, String wanted) {
        return passes(status) ? unavailable(answer) : refused(status, answer, wanted);
    }

    RuntimeException of(IOException failure) {
        return isDistrust(failure) ? distrusted(failure) : unavailable(failure);
    }

    /** Of its client, which reads certificates and credentials as soon as it is made. */
    ConfigException ofSettings(RuntimeException failure) {
        return new ConfigException("the client of schema registry " + url + " cannot be set up: " + root(failure)
                + "; check schema.registry.ssl.*, basic.auth.* and bearer.auth.*");
    }

    /** Timed out, throttled, or broken on the server's side. */
    private static boolean passes(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    /** Waiting makes no certificate trustworthy; whatever else ends a handshake may be a restart. */
    private static boolean isDistrust(@Nullable Throwable failure) {
        return failure != null && (failure instanceof GeneralSecurityException || isDistrust(failure.getCause()));
    }

    private RegistryUnavailableException unavailable(Exception cause) {
        return new RegistryUnavailableException(
                "schema registry " + url + " cannot be reached: " + cause.getMessage(), cause);
    }

    private RegistryRefusedException distrusted(IOException failure) {
        return new RegistryRefusedException(
                "the certificate of schema registry " + url + " is not trusted: " + root(failure)
                        + "; name who signed it by schema.registry.ssl.truststore.location (and"
                        + " schema.registry.ssl.truststore.type=PEM), and the host as the certificate does",
                failure);
    }

    private RegistryRefusedException refused(int status, Exception answer, String wanted) {
        return new RegistryRefusedException(
                "schema registry " + url + " refused to " + wanted + ": " + answer.getMessage() + " (status " + status
                        + "); " + cure(status),
                answer);
    }

    private String cure(int status) {
        return switch (status) {
            case 401, 403 -> "set basic.auth.* or bearer.auth.* to credentials that may do this";
            case 404 ->
                register
                        ? "check schema.registry.url"
                        : "register it first, or set auto.register.schemas=true; else check schema.registry.url";
            case 409 -> "the subject holds a schema that this one is not compatible with";
            default -> "check schema.registry.url and the subject";
        };
    }

    private static String root(Throwable failure) {
        var cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : root(cause);
    }
}
