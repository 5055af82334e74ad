package io.github.camelcallrail.quickstart;

import io.github.camelcallrail.sandbox.CallRailSandbox;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Runs the routes of {@code quickstart.camel.yaml} once: against CallRail if {@code CALLRAIL_API_KEY} is set, otherwise
 * against a sandbox that it starts.
 */
public final class Quickstart {

    static final String NO_KEY = Connection.API_KEY + " is not set: starting the sandbox with invented calls.";

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int ACCOUNT_NEEDED = 2;
    private static final int INTERRUPTED = 130;

    private final Map<String, String> environment;
    private final Path directory;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    /** @param terminal whether the output goes to a terminal */
    Quickstart(Map<String, String> environment, Path directory, PrintStream out, PrintStream err, boolean terminal) {
        this.environment = environment;
        this.directory = directory;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** @param args the directory for the data */
    public static void main(String[] args) {
        int code = new Quickstart(System.getenv(), Path.of(args[0]), System.out, System.err, ProgressBar.inTerminal())
                .run();
        // After a success, Maven ends the process itself.
        if (code != DONE) {
            System.exit(code);
        }
    }

    /** Runs to completion and returns the exit code: 0, 2 if an account must be chosen, 1 for any other failure. */
    int run() {
        if (Connection.hasKey(environment)) {
            return run(Connection.toCallRail(environment), Optional.empty());
        }
        out.println(NO_KEY);
        try (CallRailSandbox sandbox = InventedCalls.start(Clock.systemUTC().instant())) {
            return run(Connection.to(sandbox, environment), Optional.of(sandbox));
        }
    }

    private int run(Connection given, Optional<CallRailSandbox> sandbox) {
        try {
            Connection from = given;
            try (AccountLookup lookup = new AccountLookup(given)) {
                if (given.accountId().isEmpty()) {
                    List<Map<String, Object>> accounts = lookup.accounts();
                    if (accounts.size() > 1) {
                        printChoice(accounts);
                        return ACCOUNT_NEEDED;
                    }
                }
                if (given.timeZone().isEmpty()) {
                    from = given.in(lookup.timeZone());
                }
            }
            read(from, sandbox);
            return DONE;
        } catch (CancellationException e) {
            out.println("Stopped. Calls written so far stay in the table.");
            return INTERRUPTED;
        } catch (Exception e) {
            out.flush();
            err.println(FailureExplanation.of(e));
            return FAILED;
        }
    }

    private void read(Connection from, Optional<CallRailSandbox> sandbox) throws Exception {
        Path data = from.data(directory);
        try (Application application = new Application(from, data, new ProgressBar(out, terminal))) {
            application.start();
            out.println("Reading the calls of the last 30 days from " + from + " ...");
            RunSummary summary = application.run();
            summary.print(from, out);
            ZoneId zone = ZoneId.of(summary.window().zone());
            NewestCalls.of(application.table(), zone).print(out);
            if (sandbox.isPresent()) {
                showAnEdit(sandbox.get(), application);
            }
            Path page = CallsPage.write(application.table(), from, zone, data);
            out.println();
            out.println("The report, to open in a browser:");
            out.println(page.toUri());
        }
    }

    private void showAnEdit(CallRailSandbox sandbox, Application application) throws Exception {
        out.println();
        String id = InventedCalls.scoreOne(sandbox, Clock.systemUTC().instant());
        out.println("Marking a call in the sandbox as a good lead: " + id);
        out.println("Polling again ...");
        for (Progress.Change change : application.pollAgain()) {
            out.println("  " + change.change() + " call " + change.callId() + ", lead_status " + change.leadStatus());
        }
    }

    private void printChoice(List<Map<String, Object>> accounts) {
        out.printf(
                Locale.ROOT,
                "The API key can access %s accounts. Set %s to one of them:%n",
                accounts.size(),
                Connection.ACCOUNT_ID);
        accounts.forEach(account -> out.printf(Locale.ROOT, "  %s  %s%n", account.get("id"), account.get("name")));
    }
}
