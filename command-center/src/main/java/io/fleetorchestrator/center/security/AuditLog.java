package io.fleetorchestrator.center.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wrote what: one line per write under the logger {@code fleet.audit}, refused ones too. */
public final class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger("fleet.audit");

    /** Line breaks would let a name forge a line of its own. */
    private static final String CONTROL = "\\p{Cntrl}";

    public void record(Caller caller, String address, String what, int status) {
        LOG.info(
                "caller={} role={} tenant={} from={} did={} status={}",
                plain(caller.name()),
                caller.role(),
                plain(caller.tenant().orElse("any")),
                address,
                plain(what),
                status);
    }

    private static String plain(String text) {
        return text.replaceAll(CONTROL, "?");
    }
}
