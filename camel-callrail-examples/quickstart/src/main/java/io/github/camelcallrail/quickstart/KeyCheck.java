package io.github.camelcallrail.quickstart;

import io.github.camelcallrail.CallRailComponent;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * Prints what {@code callrail:check} finds out about the key in {@code CALLRAIL_API_KEY}, or about a sandbox if there
 * is none, and writes it to a file. Nothing in it is personal, so it can be pasted into a bug report.
 */
public final class KeyCheck {

    static final String NO_KEY = Connection.API_KEY + " is not set: starting the sandbox and checking that.";

    private static final int READABLE = 0;
    private static final int FAILED = 1;

    private final Map<String, String> environment;
    private final Path file;
    private final PrintStream out;
    private final PrintStream err;

    KeyCheck(Map<String, String> environment, Path file, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.file = file;
        this.out = out;
        this.err = err;
    }

    /** @param args the file to write */
    public static void main(String[] args) {
        int code = new KeyCheck(System.getenv(), Path.of(args[0]), System.out, System.err).run();
        // After a success, Maven ends the process itself.
        if (code != READABLE) {
            System.exit(code);
        }
    }

    /** Runs to completion and returns the exit code: 0 if reports can be read, otherwise 1. */
    int run() {
        if (Connection.hasKey(environment)) {
            return check(Connection.toCallRail(environment));
        }
        out.println(NO_KEY);
        try (CallRailSandbox sandbox = CallRailSandbox.start()) {
            return check(Connection.to(sandbox, environment));
        }
    }

    private int check(Connection from) {
        try (DefaultCamelContext context = context(from);
                ProducerTemplate template = context.createProducerTemplate()) {
            out.println("Checking " + from + " ...");
            Exchange exchange = template.send("callrail:check?outputType=stream", message -> {});
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            CheckTable table = new CheckTable(out);
            Iterator<?> records = exchange.getMessage().getBody(Iterator.class);
            records.forEachRemaining(table::print);
            table.printEnd();
            write(table);
            return table.readable() ? READABLE : FAILED;
        } catch (Exception e) {
            out.flush();
            err.println(FailureExplanation.of(e));
            return FAILED;
        }
    }

    private static DefaultCamelContext context(Connection from) {
        CallRailComponent component = new CallRailComponent();
        component.getConfiguration().setApiKey(from.apiKey());
        component.getConfiguration().setBaseUrl(from.baseUrl());
        if (!from.accountId().isEmpty() && !from.toSandbox()) {
            component.getConfiguration().setAccountId(from.accountId());
        }
        DefaultCamelContext context = new DefaultCamelContext();
        context.addComponent("callrail", component);
        context.start();
        return context;
    }

    private void write(CheckTable table) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, table.text(), StandardCharsets.UTF_8);
        out.println("For a bug report: " + file.toUri());
    }
}
