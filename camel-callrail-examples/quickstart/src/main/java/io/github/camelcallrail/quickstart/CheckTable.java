package io.github.camelcallrail.quickstart;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;

/** The records of {@code callrail:check} as a table, printed line by line, because a check takes a while. */
final class CheckTable {

    /** As wide as the longest name of a check and of an outcome. */
    private static final String LINE = "%-26s  %-7s  %s%n";

    private final PrintStream out;
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int requests;
    private boolean readable;

    CheckTable(PrintStream out) {
        this.out = out;
        line("check", "outcome", "what was seen");
    }

    /** Prints a record. */
    void print(Object callRailRecord) {
        Map<?, ?> found = (Map<?, ?>) callRailRecord;
        String check = String.valueOf(found.get("check"));
        String outcome = String.valueOf(found.get("outcome"));
        String advice = String.valueOf(found.get("advice"));
        line(check, outcome, String.valueOf(found.get("detail")));
        if (!advice.isEmpty()) {
            line("", "", "> " + advice);
        }
        outcomes.merge(outcome, 1, Integer::sum);
        requests += ((Number) found.get("requests")).intValue();
        readable |= isOfAccount(check) && outcome.equals("ok");
    }

    /** Every report but those two, which say nothing about records, reads what the account contains. */
    private static boolean isOfAccount(String check) {
        return check.startsWith("report-") && !check.equals("report-accounts") && !check.equals("report-companies");
    }

    /** Prints how many checks had which outcome. */
    void printEnd() {
        add(String.format(
                Locale.ROOT,
                "%n%s, with %s requests, on Camel %s and Java %s.%n",
                counted(),
                requests,
                camel(),
                java()));
        add(String.format(Locale.ROOT, "%s%n", readable ? "Reports can be read." : "No report can be read."));
    }

    private String counted() {
        StringBuilder counted = new StringBuilder();
        outcomes.forEach((outcome, count) -> counted.append(counted.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(outcome));
        return counted.toString();
    }

    /** Whether any report of the account can be read. */
    boolean readable() {
        return readable;
    }

    /** Everything that was printed. */
    String text() {
        return text.toString();
    }

    private void line(String check, String outcome, String seen) {
        add(String.format(Locale.ROOT, LINE, check, outcome, seen));
    }

    private void add(String line) {
        text.append(line);
        out.print(line);
    }

    private static String camel() {
        return String.valueOf(CamelContext.class.getPackage().getImplementationVersion());
    }

    private static String java() {
        return System.getProperty("java.version");
    }
}
