package io.fleetorchestrator.center;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Records the lines of the audit log. */
final class AuditTrail {

    private AuditTrail() {}

    static List<String> of(Runnable deeds) {
        var logger = (Logger) LoggerFactory.getLogger("fleet.audit");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        logger.addAppender(lines);
        try {
            deeds.run();
        } finally {
            logger.detachAppender(lines);
        }
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
