package io.fleetorchestrator.center.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each write and its caller, refused writes included, with the logger {@code fleet.audit}. */
public final class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger("fleet.audit");

    /** With a line break, a name could forge a log line. */
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
