package io.fleetorchestrator.schemas.serdes;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Sorts failures of a registry into those that may pass and those that an operator must fix. Each has a message with the
 * cause and the remedy.
 *
 * @param register whether schemas may be registered
 */
record RegistryFailures(String url, boolean register) {

    RuntimeException ofAnswer(int status, Exception answer, String purpose) {
        return passes(status) ? unavailable(answer) : refused(status, answer, purpose);
    }

    RuntimeException of(IOException failure) {
        return isDistrust(failure) ? distrusted(failure) : unavailable(failure);
    }

    /** A failure to create the client, which reads certificates and credentials. */
    ConfigException ofSettings(RuntimeException failure) {
        return new ConfigException("the client of schema registry " + url + " cannot be set up: " + root(failure)
                + "; check schema.registry.ssl.*, basic.auth.* and bearer.auth.*");
    }

    /** A timeout, throttling, or a failure of the server. */
    private static boolean passes(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    /** Retrying does not help if a certificate is not trusted. Other failed handshakes may come from a restart. */
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
                        + "; set schema.registry.ssl.truststore.location to the certificate of its issuer (with"
                        + " schema.registry.ssl.truststore.type=PEM), and use a host name that the certificate has",
                failure);
    }

    private RegistryRefusedException refused(int status, Exception answer, String purpose) {
        return new RegistryRefusedException(
                "schema registry " + url + " refused to " + purpose + ": " + answer.getMessage() + " (status " + status
                        + "); " + remedy(status),
                answer);
    }

    private String remedy(int status) {
        return switch (status) {
            case 401, 403 -> "set basic.auth.* or bearer.auth.* to credentials that allow this";
            case 404 ->
                register
                        ? "check schema.registry.url"
                        : "register it first, or set auto.register.schemas=true; otherwise check schema.registry.url";
            case 409 -> "the subject holds a schema that this one is not compatible with";
            default -> "check schema.registry.url and the subject";
        };
    }

    private static String root(Throwable failure) {
        var cause = failure.getCause();
        return cause == null ? String.valueOf(failure.getMessage()) : root(cause);
    }
}
