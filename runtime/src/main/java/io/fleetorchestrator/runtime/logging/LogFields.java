package io.fleetorchestrator.runtime.logging;

import org.slf4j.MDC;
import org.slf4j.MDC.MDCCloseable;

/** Fields that are added to every log line until they are closed. */
public final class LogFields {

    private LogFields() {}

    public static MDCCloseable region(String region) {
        return MDC.putCloseable("region", region);
    }

    public static MDCCloseable fleet(String fleet) {
        return MDC.putCloseable("fleet", fleet);
    }

    public static MDCCloseable request(String requestId) {
        return MDC.putCloseable("request", requestId);
    }
}
