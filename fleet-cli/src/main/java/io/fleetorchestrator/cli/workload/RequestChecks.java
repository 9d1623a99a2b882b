package io.fleetorchestrator.cli.workload;

import io.fleetorchestrator.cli.console.CliException;
import io.fleetorchestrator.client.ClusterConnection;
import io.fleetorchestrator.core.placement.RequestRules;
import io.fleetorchestrator.runtime.settings.NearestName;
import io.fleetorchestrator.schemas.contract.FleetProfile;
import io.fleetorchestrator.schemas.contract.Reason;
import io.fleetorchestrator.schemas.contract.RegionProfile;
import io.fleetorchestrator.schemas.contract.RequestAction;
import io.fleetorchestrator.schemas.contract.WorkloadRequest;
import io.fleetorchestrator.schemas.serdes.RegistryRefusedException;
import io.fleetorchestrator.schemas.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Rejects a request that the scheduler would block as invalid, by the same rules. */
final class RequestChecks {

    private RequestChecks() {}

    /** Throws if the request lacks something or breaks a rule. */
    static void requireValid(WorkloadRequest request) {
        var missing = missing(request);
        if (!missing.isEmpty()) {
            throw CliException.ofUsage(
                    String.join(" and ", missing) + (missing.size() == 1 ? " is" : " are") + " missing",
                    "for example: fleet submit --power-mw 5 --hours 4 --wait");
        }
        var violations = RequestRules.violations(request, request.getFleet());
        if (!violations.isEmpty()) {
            throw CliException.ofUsage(
                    violations.stream().map(Reason::getText).collect(Collectors.joining("; ")),
                    "'fleet submit --help' lists the options");
        }
    }

    private static List<String> missing(WorkloadRequest request) {
        var missing = new ArrayList<String>();
        if (request.getAction() == RequestAction.SUBMIT && request.getPowerMw() == 0) {
            missing.add("--power-mw");
        }
        if (request.getAction() == RequestAction.SUBMIT && request.getDurationHours() == 0) {
            missing.add("--hours");
        }
        return missing;
    }

    /** Throws if the fleet has no such region, as far as this user may read profiles. */
    static void requireKnownRegions(WorkloadRequest request, ClusterConnection cluster) {
        if (request.getAction() == RequestAction.SUBMIT) {
            profile(request.getFleet(), cluster).ifPresent(profile -> requireRegions(request, profile));
        }
    }

    private static void requireRegions(WorkloadRequest request, FleetProfile profile) {
        var known = profile.getRegions().stream().map(RegionProfile::getRegion).toList();
        Stream.concat(Stream.of(request.getHomeRegion()), request.getAllowedRegions().stream())
                .filter(region -> !region.isEmpty() && !known.contains(region))
                .findFirst()
                .ifPresent(region -> {
                    throw CliException.ofUsage(
                            "fleet '" + request.getFleet() + "' has no region '" + region + "'",
                            NearestName.of(region, known)
                                    .map(nearest -> "Did you mean " + nearest + "?")
                                    .orElse("'fleet profiles show' lists its regions"));
                });
    }

    private static Optional<FleetProfile> profile(String fleet, ClusterConnection cluster) {
        try (var serdes = cluster.serdes()) {
            return Optional.ofNullable(
                    cluster.latest(serdes, Topics.FLEET_PROFILES).get(fleet));
        } catch (AuthorizationException | UnknownTopicOrPartitionException | RegistryRefusedException unreadable) {
            // The scheduler checks the regions too.
            return Optional.empty();
        }
    }
}
