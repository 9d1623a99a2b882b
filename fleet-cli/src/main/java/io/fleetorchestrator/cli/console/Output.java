package io.fleetorchestrator.cli.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetorchestrator.cli.terminal.Style;
import io.fleetorchestrator.cli.terminal.Width;
import io.fleetorchestrator.runtime.text.Visible;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Option;

/** Data goes to standard output, as words or as JSON, one record a line; complaints go to standard error. */
public final class Output {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--json", description = "Print JSON, one object a line.")
    boolean json;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    /** Prints a record: as JSON when asked for, else in these words. */
    public void print(SpecificRecord record, String words) {
        print(record.toString(), words);
    }

    /** The same for what brings its JSON along. */
    public void print(String asJson, String words) {
        out.println(json ? Visible.lines(asJson) : Visible.colouredLines(words));
    }

    /** Prints a view as JSON, as the API would. */
    public void json(Object view) {
        try {
            out.println(Visible.text(JSON.writeValueAsString(view)));
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Prints words, whatever the format. */
    public void words(String words) {
        out.print(Visible.colouredLines(words));
        out.flush();
    }

    /** Tells on standard error how far it is: data that is piped on stays data. */
    public void progress(String words) {
        err.println(Visible.lines(words));
    }

    /** One line cause, one line cure. */
    public void complain(String cause, String cure) {
        err.println("fleet: " + Visible.text(cause));
        err.println("       " + Visible.text(cure));
    }

    public void complain(CliException complaint) {
        complain(String.valueOf(complaint.getMessage()), complaint.cure());
    }

    public boolean isJson() {
        return json;
    }

    /** Lines are cut to the width of a terminal, and whole for whatever else reads them. */
    public Width width() {
        return isTerminal() ? Width.ofTerminal() : Width.UNBOUNDED;
    }

    /** The launcher looks whether standard output is a terminal: before JDK 22 Java itself cannot tell. */
    public boolean isTerminal() {
        return Boolean.getBoolean("fleet.terminal");
    }

    public boolean coloured() {
        return Style.wanted(System.getenv(), isTerminal());
    }
}
