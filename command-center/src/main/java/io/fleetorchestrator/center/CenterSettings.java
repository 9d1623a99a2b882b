package io.fleetorchestrator.center;

import io.fleetorchestrator.center.security.ApiKeys;
import io.fleetorchestrator.center.security.Role;
import io.fleetorchestrator.center.security.TokenSettings;
import io.fleetorchestrator.runtime.settings.ServiceSettings;
import io.fleetorchestrator.runtime.settings.Setting;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the command center. */
public record CenterSettings(
        ServiceSettings service,

        @Setting(doc = "Address on which the page and the API are served", defaultValue = "127.0.0.1")
        String webHost,

        @Setting(doc = "Port on which the page and the API are served; 0 takes a free one", defaultValue = "8090")
        int webPort,

        @Setting(doc = "How long measured hours, forecasts and decisions are kept in memory", defaultValue = "P8D")
        Duration keep,

        @Setting(doc = "How many decisions are kept in memory; the oldest are removed first", defaultValue = "20000")
        int keepDecisions,

        @Setting(doc = "File of API keys, one per line: name:role:tenant:sha256-in-hex")
        Optional<Path> apiKeysFile,

        TokenSettings tokens,

        @Setting(
                doc =
                        "Role of callers without a key or token: VIEWER, SUBMITTER or OPERATOR. Default: none; but OPERATOR if"
                                + " neither keys nor tokens are configured and only this machine can connect")
        Optional<Role> anonymousRole) {

    public CenterSettings {
        apiKeysFile.ifPresent(ApiKeys::read); // fails now if the file cannot be used
        if (!isLoopback(webHost)
                && apiKeysFile.isEmpty()
                && tokens.tokenIssuer().isEmpty()
                && anonymousRole.isEmpty()) {
            throw new IllegalArgumentException(
                    "web-host: " + webHost
                            + " accepts connections from other machines; set api-keys-file or token-issuer, or set anonymous-role=VIEWER");
        }
    }

    /** Without any access settings, callers on this machine may do everything. */
    Optional<Role> roleOfAnonymous() {
        boolean open = apiKeysFile.isEmpty() && tokens.tokenIssuer().isEmpty() && isLoopback(webHost);
        return anonymousRole.or(() -> open ? Optional.of(Role.OPERATOR) : Optional.empty());
    }

    boolean onlyThisMachine() {
        return isLoopback(webHost);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("web-host: '" + host + "' is not an address", e);
        }
    }
}
