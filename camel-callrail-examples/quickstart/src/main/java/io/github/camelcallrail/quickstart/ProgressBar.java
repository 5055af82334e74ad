package io.github.camelcallrail.quickstart;

import io.github.camelcallrail.CallRailProgressEvent;
import io.github.camelcallrail.monitor.CallRailProgress;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Prints the progress of reading the calls: as a moving bar in a terminal, otherwise as one line per page. */
final class ProgressBar extends EventNotifierSupport {

    private static final int WIDTH = 30;
    private static final int LINE = 78;

    private final PrintStream out;
    private final boolean terminal;
    private boolean open;

    ProgressBar(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Whether the output of this process goes to a terminal. */
    static boolean inTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since JDK 22 there is a console even without a terminal, and a method to distinguish the two.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    @Override
    public boolean isEnabled(CamelEvent event) {
        return event instanceof CallRailProgressEvent progress
                && progress.getProgress().report().equals("calls");
    }

    @Override
    public synchronized void notify(CamelEvent event) {
        CallRailProgress progress = ((CallRailProgressEvent) event).getProgress();
        if (terminal) {
            out.print("\r" + padded(bar(progress)));
            out.flush();
            open = true;
            if (progress.ended()) {
                end();
            }
        } else if (progress.done() > 0) {
            out.println("  " + counted(progress));
        }
    }

    /** Ends the line of the bar, so that further output starts on a new line. */
    synchronized void end() {
        if (open) {
            out.println();
            open = false;
        }
    }

    private static String bar(CallRailProgress progress) {
        long total = progress.total().orElse(0);
        int full = progress.ended() ? WIDTH : (int) (total == 0 ? 0 : WIDTH * progress.done() / total);
        String left = progress.timeLeft()
                .filter(time -> !progress.ended())
                .map(time -> ", " + seconds(time) + " s left")
                .orElse("");
        String rate = progress.rate() == 0 ? "" : String.format(Locale.ROOT, ", %,.0f per second", progress.rate());
        return "  [" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + counted(progress) + rate + left;
    }

    private static String counted(CallRailProgress progress) {
        return progress.total().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "%,d of %,d calls",
                        progress.done(),
                        progress.total().getAsLong())
                : String.format(Locale.ROOT, "%,d calls", progress.done());
    }

    private static long seconds(Duration time) {
        return (time.toMillis() + 999) / 1_000;
    }

    /** Padded to overwrite the previous text of the line. */
    private static String padded(String line) {
        return line + " ".repeat(Math.max(0, LINE - line.length()));
    }
}
