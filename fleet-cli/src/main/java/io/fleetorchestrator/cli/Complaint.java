package io.fleetorchestrator.cli;

/** A failure whose cause and cure are known. */
public final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String cure;
    private final int exitCode;

    public Complaint(String cause, String cure) {
        this(cause, cure, ExitCode.FAILED);
    }

    private Complaint(String cause, String cure, int exitCode) {
        super(cause);
        this.cure = cure;
        this.exitCode = exitCode;
    }

    /** A failure that other words on the command line would mend. */
    public static Complaint ofUsage(String cause, String cure) {
        return new Complaint(cause, cure, ExitCode.USAGE);
    }

    /** The same failure with what brought it about, for those who ask for stack traces. */
    public Complaint causedBy(Throwable failure) {
        initCause(failure);
        return this;
    }

    String cure() {
        return cure;
    }

    int exitCode() {
        return exitCode;
    }
}
