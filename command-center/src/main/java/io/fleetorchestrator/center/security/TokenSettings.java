package io.fleetorchestrator.center.security;

import io.fleetorchestrator.runtime.settings.Setting;
import java.util.Optional;

/** Whose tokens are good. */
public record TokenSettings(
        @Setting(doc = "Issuer of the tokens that are good; without it none is")
        Optional<String> tokenIssuer,

        @Setting(doc = "Audience a token must be meant for", defaultValue = "fleet-command-center")
        String tokenAudience,

        @Setting(doc = "The one algorithm tokens may be signed with", defaultValue = "RS256")
        String tokenAlgorithm,

        @Setting(doc = "Where the issuer's public keys are: a https URL or a file: URL")
        Optional<String> tokenJwksUrl,

        @Setting(doc = "Claim that holds the caller's role or roles", defaultValue = "roles")
        String tokenRolesClaim,

        @Setting(doc = "Claim that holds the caller's tenant", defaultValue = "tenant")
        String tokenTenantClaim) {

    public TokenSettings {
        if (tokenIssuer.isPresent() && tokenJwksUrl.isEmpty()) {
            throw new IllegalArgumentException(
                    "token-jwks-url is missing: without the issuer's keys no token can be checked");
        }
        if (tokenIssuer.isPresent()) {
            TokenChecks.algorithm(tokenAlgorithm);
            tokenJwksUrl.ifPresent(TokenChecks::jwksUrl);
        }
    }
}
