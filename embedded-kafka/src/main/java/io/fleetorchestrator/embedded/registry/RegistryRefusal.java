package io.fleetorchestrator.embedded.registry;

/** A rejected request, with the status and error code that Confluent's clients expect. */
final class RegistryRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private RegistryRefusal(int status, int code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static RegistryRefusal forbidden(String why) {
        return new RegistryRefusal(403, 40301, why);
    }

    static RegistryRefusal noSubject(String subject) {
        return new RegistryRefusal(404, 40401, "Subject '" + subject + "' not found.");
    }

    static RegistryRefusal noVersion(String version) {
        return new RegistryRefusal(404, 40402, "Version " + version + " not found.");
    }

    static RegistryRefusal noSchema(String which) {
        return new RegistryRefusal(404, 40403, "Schema " + which + " not found.");
    }

    static RegistryRefusal noCompatibility(String subject) {
        return new RegistryRefusal(
                404, 40408, "Subject '" + subject + "' does not have subject-level compatibility configured.");
    }

    static RegistryRefusal incompatible(String subject, String why) {
        return new RegistryRefusal(
                409,
                409,
                "Schema being registered is incompatible with an earlier schema for subject '" + subject + "': " + why);
    }

    static RegistryRefusal invalidSchema(String why) {
        return new RegistryRefusal(422, 42201, "Invalid schema: " + why);
    }

    static RegistryRefusal invalidVersion(String version) {
        return new RegistryRefusal(
                422,
                42202,
                "The specified version '" + version + "' is not a valid version id: a number from 1, or latest.");
    }

    static RegistryRefusal invalidCompatibility(String name) {
        return new RegistryRefusal(422, 42203, "Invalid compatibility level '" + name + "'.");
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }
}
