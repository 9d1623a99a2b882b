package io.fleetorchestrator.center.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Validates the settings of tokens at the start: with them, tokens must be verifiable and safe. */
final class TokenChecks {

    private TokenChecks() {}

    /** With a symmetric key or without a signature, anyone who can read the keys could issue tokens. */
    static void algorithm(String name) {
        var known = Stream.of(JWSAlgorithm.Family.RSA, JWSAlgorithm.Family.EC)
                .flatMap(Collection::stream)
                .map(JWSAlgorithm::getName)
                .toList();
        if (!known.contains(name)) {
            throw new IllegalArgumentException(
                    "token-algorithm: '" + name + "' is not supported; choose one of " + known);
        }
    }

    static void jwksUrl(String url) {
        var parsed = parsed(url);
        switch (String.valueOf(parsed.getScheme()).toLowerCase(Locale.ROOT)) {
            case "https" -> host(url, parsed);
            case "http" -> loopback(url, parsed);
            case "file" -> file(url, parsed);
            default ->
                throw new IllegalArgumentException("token-jwks-url: '" + url + "' is not an https: or file: URL");
        }
    }

    private static URI parsed(String url) {
        try {
            return URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("token-jwks-url: '" + url + "' is not a URL", e);
        }
    }

    private static String host(String url, URI parsed) {
        return Objects.requireNonNullElseGet(parsed.getHost(), () -> {
            throw new IllegalArgumentException("token-jwks-url: '" + url + "' has no host");
        });
    }

    /** An attacker on the network could replace the keys in a response that is not protected by TLS. */
    private static void loopback(String url, URI parsed) {
        try {
            if (InetAddress.getByName(host(url, parsed)).isLoopbackAddress()) {
                return;
            }
        } catch (UnknownHostException e) {
            // An unknown host is not this machine.
        }
        throw new IllegalArgumentException("token-jwks-url: '" + url
                + "' is read without TLS, so an attacker on the network could replace the keys; use https");
    }

    private static void file(String url, URI parsed) {
        try {
            if (JWKSet.load(path(url, parsed).toFile()).isEmpty()) {
                throw new IllegalArgumentException(
                        "token-jwks-url: '" + url + "' contains no keys; write the public keys of the issuer to it");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "token-jwks-url: '" + url + "' cannot be read; set it to an existing file", e);
        } catch (ParseException e) {
            throw new IllegalArgumentException("token-jwks-url: '" + url + "' is not a JSON Web Key Set", e);
        }
    }

    private static Path path(String url, URI parsed) {
        try {
            return Path.of(parsed);
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw new IllegalArgumentException(
                    "token-jwks-url: '" + url + "' is not the URL of a file; write it like file:///etc/fleet/jwks.json",
                    e);
        }
    }
}
