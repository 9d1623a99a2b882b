package io.fleetorchestrator.embedded.registry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * The immutable contents of a registry. Registering makes a new one, so that the contents on disk and in responses are the
 * same.
 *
 * @param versions in the order in which they were registered
 * @param levels the compatibility levels of single subjects
 */
record Contents(List<Version> versions, Compatibility level, Map<String, Compatibility> levels) {

    /** The default of Confluent's registry. */
    static final Contents EMPTY = new Contents(List.of(), Compatibility.BACKWARD, Map.of());

    Contents {
        versions = List.copyOf(versions);
        levels = Map.copyOf(levels);
    }

    /** One version of a subject; the same text has the same id in all subjects. */
    record Version(String subject, int version, int id, String schema) {

        @JsonIgnore
        Schema parsed() {
            return SchemaText.parsed(schema);
        }
    }

    List<String> subjects() {
        return versions.stream().map(Version::subject).distinct().sorted().toList();
    }

    /** The versions of a subject, oldest first; throws for an unknown subject. */
    List<Version> of(String subject) {
        var found = ofAny(subject);
        if (found.isEmpty()) {
            throw RegistryRefusal.noSubject(subject);
        }
        return found;
    }

    private List<Version> ofAny(String subject) {
        return versions.stream()
                .filter(version -> version.subject().equals(subject))
                .toList();
    }

    /** A version by number, or {@code latest}. */
    Version of(String subject, String wanted) {
        var all = of(subject);
        int number = wanted.equals("latest") ? all.size() : number(wanted);
        return all.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> RegistryRefusal.noVersion(wanted));
    }

    private static int number(String wanted) {
        try {
            int number = Integer.parseInt(wanted);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Rejected below, like an invalid number.
        }
        throw RegistryRefusal.invalidVersion(wanted);
    }

    /** The version of the subject with this schema. */
    Version lookUp(String subject, String schema) {
        return sameText(of(subject).stream(), schema)
                .orElseThrow(() -> RegistryRefusal.noSchema("under subject '" + subject + "'"));
    }

    /** All versions with this id; throws if there is none. */
    List<Version> withId(int id) {
        var found = versions.stream().filter(version -> version.id() == id).toList();
        if (found.isEmpty()) {
            throw RegistryRefusal.noSchema(Integer.toString(id));
        }
        return found;
    }

    /** The contents with this schema for the subject; the same contents if it has it already. */
    Contents register(String subject, String schema) {
        if (sameText(ofAny(subject).stream(), schema).isPresent()) {
            return this;
        }
        broken(subject, schema).ifPresent(why -> {
            throw RegistryRefusal.incompatible(subject, why);
        });
        var more = new ArrayList<>(versions);
        more.add(new Version(subject, ofAny(subject).size() + 1, idOf(schema), schema));
        return new Contents(more, level, levels);
    }

    private int idOf(String schema) {
        return sameText(versions.stream(), schema)
                .map(Version::id)
                .orElseGet(
                        () -> 1 + versions.stream().mapToInt(Version::id).max().orElse(0));
    }

    private static Optional<Version> sameText(Stream<Version> among, String schema) {
        return among.filter(version -> version.schema().equals(schema)).findFirst();
    }

    /** The incompatibilities of this schema with the subject; empty if it is compatible. */
    Optional<String> broken(String subject, String schema) {
        var newestFirst =
                new ArrayList<>(ofAny(subject).stream().map(Version::parsed).toList());
        Collections.reverse(newestFirst);
        return levelOf(subject).broken(SchemaText.parsed(schema), newestFirst);
    }

    /** The same against one version only. */
    Optional<String> broken(Version version, String schema) {
        return levelOf(version.subject()).broken(SchemaText.parsed(schema), List.of(version.parsed()));
    }

    /** The effective level of a subject. */
    Compatibility levelOf(String subject) {
        return levels.getOrDefault(subject, level);
    }

    /** The contents with this level for subjects without their own. */
    Contents withLevel(Compatibility other) {
        return new Contents(versions, other, levels);
    }

    /** The contents with this level for one subject. */
    Contents withLevel(String subject, Compatibility other) {
        var more = new TreeMap<>(levels);
        more.put(subject, other);
        return new Contents(versions, level, more);
    }
}
