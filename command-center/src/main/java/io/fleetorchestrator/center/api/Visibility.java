package io.fleetorchestrator.center.api;

import io.fleetorchestrator.center.readmodel.ReadModel;
import io.fleetorchestrator.center.security.Caller;
import io.fleetorchestrator.center.view.AdvisoryView;
import io.fleetorchestrator.center.view.DecisionView;
import io.fleetorchestrator.core.fleet.RequestKey;
import io.fleetorchestrator.core.fleet.RequestKind;
import io.fleetorchestrator.schemas.contract.Advisory;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import java.util.function.Predicate;

/** What a caller may read: everything about regions, and the workloads of its own tenant. */
public final class Visibility {

    private final ReadModel model;

    public Visibility(ReadModel model) {
        this.model = model;
    }

    static Predicate<SchedulingDecision> decisions(Caller caller) {
        return decision -> caller.actsFor(decision.getTenant());
    }

    Predicate<Advisory> advisories(Caller caller) {
        return advisory -> sees(caller, advisory.getFleet(), advisory.getRequestId());
    }

    /** Whether the caller may read the data of an event. */
    public boolean sees(Caller caller, Object data) {
        if (data instanceof DecisionView decision) {
            return caller.actsFor(decision.tenant());
        }
        return !(data instanceof AdvisoryView advisory) || sees(caller, advisory.fleet(), advisory.requestId());
    }

    /** An advisory has no tenant; that of its workload is in the decision. */
    private boolean sees(Caller caller, String fleet, String requestId) {
        return requestId.isEmpty()
                || caller.seesAll()
                || model.answerTo(new RequestKey(fleet, RequestKind.SUBMIT, requestId))
                        .filter(decisions(caller))
                        .isPresent();
    }
}
