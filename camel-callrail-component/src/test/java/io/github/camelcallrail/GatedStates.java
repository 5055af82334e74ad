package io.github.camelcallrail;

import io.github.camelcallrail.checkpoint.CompareAndSetStateRepository;
import io.github.camelcallrail.checkpoint.DirectoryStateRepository;
import io.github.camelcallrail.checkpoint.JdbcStateRepository;
import io.github.camelcallrail.jdbc.ObservedDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/**
 * A place for states with gates at each write: before it; inside it, where the new value is whole but not yet the
 * current one; and after it. One thread at a time, because a database has one connection here.
 */
final class GatedStates implements CompareAndSetStateRepository {

    private final Gates gates;
    private final CompareAndSetStateRepository real;
    private String writing;

    /** @param place a path, or the JDBC URL of a database */
    GatedStates(String place, Gates gates) throws SQLException {
        this.gates = gates;
        this.real = place.startsWith("jdbc:") ? table(place) : directory(Path.of(place));
    }

    /** Inside a write the new file is there, and has not yet replaced the old. */
    private CompareAndSetStateRepository directory(Path path) {
        return new DirectoryStateRepository(path) {
            @Override
            protected void publish(Path temporary, Path target) throws IOException {
                if (writing != null) {
                    gates.pass("inside " + writing);
                }
                super.publish(temporary, target);
            }
        };
    }

    /** Inside a write the record is updated, and not yet committed. */
    private CompareAndSetStateRepository table(String url) throws SQLException {
        ObservedDataSource database = new ObservedDataSource(DriverManager.getConnection(url));
        database.before = what -> {
            if (writing != null && what.equals("commit")) {
                gates.pass("inside " + writing);
            }
        };
        return new JdbcStateRepository(database.dataSource());
    }

    @Override
    public synchronized void setState(String key, String value) {
        if (key.startsWith("requests/")) {
            // The count of requests, which nothing that is sent depends on.
            real.setState(key, value);
            return;
        }
        throughGates(key, () -> {
            real.setState(key, value);
            return true;
        });
    }

    @Override
    public synchronized boolean compareAndSetState(String key, String expected, String value) {
        return throughGates(key, () -> real.compareAndSetState(key, expected, value));
    }

    private boolean throughGates(String key, BooleanSupplier write) {
        gates.pass("before " + key);
        writing = key;
        boolean written = write.getAsBoolean();
        writing = null;
        if (written) {
            gates.pass("written " + key);
        }
        return written;
    }

    @Override
    public synchronized String getState(String key) {
        return real.getState(key);
    }

    @Override
    public synchronized void start() {
        real.start();
    }

    @Override
    public void stop() {
        real.stop();
    }
}
