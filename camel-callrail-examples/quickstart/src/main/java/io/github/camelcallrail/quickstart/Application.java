package io.github.camelcallrail.quickstart;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;

/** The routes of quickstart.camel.yaml and the database they write to. */
final class Application implements AutoCloseable {

    private static final String CALLS = "calls";

    private final Path directory;
    private final CallsTable table;
    private final Progress progress = new Progress();
    private final ProgressBar bar;
    private final Main main = new Main();
    private final InterruptionHook interruption;

    /** @param directory the directory of the database and the summary file */
    Application(Connection from, Path directory, ProgressBar bar) throws SQLException {
        this.directory = directory;
        table = new CallsTable(directory);
        this.bar = bar;
        main.setInitialProperties(from.properties());
        main.addInitialProperty("quickstart.directory", directory.toString());
        main.bind("dataSource", table.dataSource());
        main.bind("progress", progress);
        main.bind("bar", bar);
        interruption = new InterruptionHook(this::cancel);
    }

    /** Starts everything but the routes. */
    void start() {
        main.start();
    }

    /** Runs every route once. */
    RunSummary run() throws Exception {
        long before = table.rows();
        context().getRouteController().startAllRoutes();
        await();
        return new RunSummary(progress.calls(), before, table.rows(), progress.window(), directory);
    }

    /** Polls the calls again, and returns those that have changed since {@link #run}. */
    List<Progress.Change> pollAgain() throws Exception {
        // The bar is for the first reading.
        context().getManagementStrategy().removeEventNotifier(bar);
        progress.again(CALLS);
        context().getRouteController().stopRoute(CALLS);
        context().getRouteController().startRoute(CALLS);
        await();
        return progress.changes();
    }

    CallsTable table() {
        return table;
    }

    private void await() throws Exception {
        try {
            progress.finished().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    /** Called by another thread: running routes stop after the current call. */
    private void cancel() {
        // First, because a request aborted by the stop would otherwise be reported as a failure.
        progress.finished().completeExceptionally(new CancellationException());
        main.stop();
    }

    @Override
    public void close() throws SQLException {
        try (interruption;
                table) {
            main.stop();
        } finally {
            bar.end();
        }
    }

    private CamelContext context() {
        return main.getCamelContext();
    }
}
