package io.fleetorchestrator.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the jar carries. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var built = Optional.ofNullable(Fleet.class.getPackage().getImplementationVersion());
        return new String[] {"fleet " + built.orElse("(not packaged)"), "Java " + Runtime.version()};
    }
}
