package io.fleetorchestrator.cli;

/** A failure whose cause and cure are known. */
public final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String cure;

    public Complaint(String cause, String cure) {
        super(cause);
        this.cure = cure;
    }

    String cure() {
        return cure;
    }
}
