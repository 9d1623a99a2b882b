package io.fleetorchestrator.center.security;

import io.fleetorchestrator.runtime.settings.Setting;
import java.util.Optional;

/** Settings of the tokens that are accepted. */
public record TokenSettings(
        @Setting(doc = "Issuer of the tokens that are accepted; without it, no token is accepted")
        Optional<String> tokenIssuer,

        @Setting(doc = "Required audience of a token", defaultValue = "fleet-command-center")
        String tokenAudience,

        @Setting(doc = "Required signature algorithm of a token", defaultValue = "RS256")
        String tokenAlgorithm,

        @Setting(doc = "JWKS URL with the public keys of the issuer: an https: or file: URL")
        Optional<String> tokenJwksUrl,

        @Setting(doc = "Claim with the role or roles of the caller", defaultValue = "roles")
        String tokenRolesClaim,

        @Setting(doc = "Claim with the tenant of the caller", defaultValue = "tenant")
        String tokenTenantClaim) {

    public TokenSettings {
        if (tokenIssuer.isPresent() && tokenJwksUrl.isEmpty()) {
            throw new IllegalArgumentException(
                    "token-jwks-url is missing; set it, because tokens are verified with the keys of the issuer");
        }
        if (tokenIssuer.isPresent()) {
            TokenChecks.algorithm(tokenAlgorithm);
            tokenJwksUrl.ifPresent(TokenChecks::jwksUrl);
        }
    }
}
