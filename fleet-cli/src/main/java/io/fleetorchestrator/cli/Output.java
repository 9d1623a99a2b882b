package io.fleetorchestrator.cli;

import io.fleetorchestrator.cli.terminal.Style;
import java.io.PrintStream;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Option;

/** Data goes to standard output, as words or as JSON, one record a line; complaints go to standard error. */
public final class Output {

    @Option(names = "--json", description = "Print JSON, one object a line.")
    boolean json;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;

    /** Prints a record: as JSON when asked for, else in these words. */
    public void print(SpecificRecord record, String words) {
        out.println(json ? record : words);
    }

    /** Prints words, whatever the format. */
    public void words(String words) {
        out.print(words);
        out.flush();
    }

    /** One line cause, one line cure. */
    public void complain(String cause, String cure) {
        err.println("fleet: " + cause);
        err.println("       " + cure);
    }

    public boolean isJson() {
        return json;
    }

    /** The launcher looks whether standard output is a terminal: before JDK 22 Java itself cannot tell. */
    public boolean coloured() {
        return Style.wanted(System.getenv(), Boolean.getBoolean("fleet.terminal"));
    }
}
