package io.fleetorchestrator.center.api;

import static io.fleetorchestrator.center.http.Param.query;

import io.fleetorchestrator.center.http.ApiRequest;
import io.fleetorchestrator.center.http.Param;
import io.fleetorchestrator.center.http.ProblemException;
import io.fleetorchestrator.center.readmodel.ReadModel;
import io.fleetorchestrator.core.fleet.RequestKind;
import io.fleetorchestrator.schemas.contract.SchedulingDecision;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the decision on a request by its id among those that the caller may see. Ids are unique only within a fleet. */
final class DecisionLookup {

    static final Param FLEET = query(
            "fleet",
            Param.Kind.TEXT,
            "The fleet of the request; required if several fleets have a request with this id");

    private final ReadModel model;

    DecisionLookup(ReadModel model) {
        this.model = model;
    }

    /** The decision on the first of these kinds of request that has one. */
    SchedulingDecision find(ApiRequest call, RequestKind... kinds) {
        var id = call.path("id");
        return Stream.of(kinds)
                .map(kind -> visible(call, id, kind))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .map(found -> only(id, found))
                .orElseThrow(() -> ProblemException.notFound(
                        "there is no decision on '" + id + "'; if you have just submitted it, retry soon"));
    }

    private List<SchedulingDecision> visible(ApiRequest call, String id, RequestKind kind) {
        var fleet = call.text(FLEET.name());
        return model.answersTo(id, kind).stream()
                .filter(Visibility.decisions(call.caller()))
                .filter(decision -> fleet.map(decision.getFleet()::equals).orElse(true))
                .toList();
    }

    private static SchedulingDecision only(String id, List<SchedulingDecision> found) {
        if (found.size() > 1) {
            var fleets = found.stream().map(SchedulingDecision::getFleet).collect(Collectors.joining(", "));
            throw ProblemException.of(
                    409, "the id '" + id + "' is used in several fleets: " + fleets + "; select one with ?fleet=");
        }
        return found.get(0);
    }
}
