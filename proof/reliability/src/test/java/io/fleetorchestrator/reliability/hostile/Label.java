package io.fleetorchestrator.reliability.hostile;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.generic.GenericData;

/** What the id, the tenant and the name of a hostile request begin with, and those of its decision. */
final class Label {

    private static final Pattern LABEL = Pattern.compile("h\\d+-");
    private static final List<String> FIELDS = List.of("requestId", "tenant", "name");

    private Label() {}

    static String of(int number) {
        return "h" + number + "-";
    }

    /** The label that a text begins with. */
    static Optional<String> startOf(String text) {
        var label = LABEL.matcher(text);
        return label.lookingAt() ? Optional.of(label.group()) : Optional.empty();
    }

    /** The first label in a text. */
    static Optional<String> in(String text) {
        var label = LABEL.matcher(text);
        return label.find() ? Optional.of(label.group()) : Optional.empty();
    }

    /** The same record; if no field of a request begins with its label any more, the tenant does. */
    static GenericData.Record kept(GenericData.Record record, int number) {
        if (record.getSchema().getField("requestId") != null
                && FIELDS.stream().noneMatch(name -> record.get(name).toString().startsWith(of(number)))) {
            record.put("tenant", of(number));
        }
        return record;
    }
}
