package io.fleetorchestrator.cli.up;

import io.fleetorchestrator.producer.regions.FleetModel;
import io.fleetorchestrator.runtime.text.Visible;
import java.util.List;

/** A command line that submits a workload to a simulated fleet, in a region that this fleet has. */
final class ExampleRequest {

    /** The fleet that {@code fleet submit} uses by default. */
    private static final String DEFAULT_FLEET = "global";

    private ExampleRequest() {}

    static String of(List<FleetModel> fleets) {
        var fleet = fleets.get(0);
        var flag = fleet.fleet().equals(DEFAULT_FLEET) ? "" : " --fleet " + Visible.text(fleet.fleet());
        var home = Visible.text(fleet.regions().get(0).region());
        return "./fleet submit" + flag + " --home " + home + " --power-mw 5 --hours 4 --wait";
    }
}
