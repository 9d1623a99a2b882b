package io.fleetorchestrator.center.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signed tokens (JWT) of one issuer, one audience and one algorithm. */
public final class Tokens implements Credentials {

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    private final TokenSettings settings;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    private Tokens(TokenSettings settings, JWKSource<SecurityContext> keys) {
        this.settings = settings;
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(JWSAlgorithm.parse(settings.tokenAlgorithm()), keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                settings.tokenAudience(),
                new JWTClaimsSet.Builder()
                        .issuer(settings.tokenIssuer().orElseThrow())
                        .build(),
                Set.of("sub", "exp")));
    }

    /** Empty if the settings have no issuer. */
    public static Optional<Tokens> of(TokenSettings settings) {
        return settings.tokenIssuer()
                .map(issuer -> new Tokens(settings, keys(settings.tokenJwksUrl().orElseThrow())));
    }

    private static JWKSource<SecurityContext> keys(String url) {
        try {
            return JWKSourceBuilder.create(URI.create(url).toURL())
                    .retrying(true)
                    .build();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new IllegalArgumentException("token-jwks-url: '" + url + "' is not a URL", e);
        }
    }

    @Override
    public Optional<Caller> caller(String bearer) {
        try {
            return caller(processor.process(bearer, null));
        } catch (KeySourceException e) {
            LOG.warn("reading the keys of the token issuer failed, so its tokens are rejected: {}", e.getMessage());
            return Optional.empty();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return Optional.empty();
        }
    }

    private Optional<Caller> caller(JWTClaimsSet claims) {
        var tenant = Optional.ofNullable(claims.getClaim(settings.tokenTenantClaim()))
                .map(Object::toString);
        return role(claims)
                .flatMap(role -> mayLackTenant(role) || tenant.isPresent()
                        ? Optional.of(new Caller(claims.getSubject(), role, tenant))
                        : Optional.empty());
    }

    /** A submitter without a tenant could act for every tenant. */
    private static boolean mayLackTenant(Role role) {
        return role != Role.SUBMITTER;
    }

    private Optional<Role> role(JWTClaimsSet claims) {
        var claim = claims.getClaim(settings.tokenRolesClaim());
        Stream<?> names = claim instanceof List<?> list ? list.stream() : Stream.ofNullable(claim);
        return names.map(Object::toString)
                .flatMap(name -> Role.named(name).stream())
                .max(Comparator.naturalOrder());
    }
}
