package io.fleetorchestrator.cli.console;

/** A failure whose cause and cure are known. */
public final class CliException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String cure;
    private final int exitCode;

    public CliException(String cause, String cure) {
        this(cause, cure, ExitCode.FAILED);
    }

    private CliException(String cause, String cure, int exitCode) {
        super(cause);
        this.cure = cure;
        this.exitCode = exitCode;
    }

    /** A failure that another command line would avoid. */
    public static CliException ofUsage(String cause, String cure) {
        return new CliException(cause, cure, ExitCode.USAGE);
    }

    /** The same failure with its cause, which {@code --verbose} prints. */
    public CliException causedBy(Throwable failure) {
        initCause(failure);
        return this;
    }

    public String cure() {
        return cure;
    }

    public int exitCode() {
        return exitCode;
    }
}
