package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.jdbc.TextTable;
import io.github.camelcallrail.jdbc.Transactions;
import io.github.camelcallrail.jdbc.Transactions.Work;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * State in a table of a database, one row for each key, so that any node can go on where another stopped. A key is text of
 * up to 255 characters, not null; setting null deletes it. Tested with PostgreSQL and H2.
 *
 * <p>Once {@link #setState} has returned, the value is committed, in a transaction of its own. When it throws, the value is
 * the old one, or the new one where the answer to the commit was lost. Several nodes may share a table, and even a key:
 * what was set last is kept, and {@link #compareAndSetState} lets one of them at a time replace a value that it knows.
 *
 * <p>As thread-safe as the data source, whose connections must allow {@code commit()}; each method takes one and gives it
 * back with autocommit as it was. The data source is never closed. {@link IllegalStateException}s name the table and what was
 * attempted, and have the {@link SQLException} as their cause; they never hold a value.
 */
public class JdbcStateRepository implements CompareAndSetStateRepository {

    static final String DEFAULT_TABLE = "callrail_state";

    private static final int LONGEST_KEY = 255;

    private final Transactions transactions;
    private final TextTable table;

    /** State in the table {@code callrail_state}. */
    public JdbcStateRepository(DataSource dataSource) {
        this(dataSource, DEFAULT_TABLE);
    }

    /**
     * @param table letters, digits and underscores, with a schema and a dot in front where needed
     * @throws IllegalArgumentException if it is anything else
     */
    public JdbcStateRepository(DataSource dataSource, String table) {
        this.transactions = new Transactions(dataSource);
        this.table = new TextTable("state", table, "state_key", "state_value");
    }

    /**
     * Creates the table unless it is there, in which case no right to create one is needed: {@code state_key varchar(255)
     * primary key, state_value text not null}. Any number of nodes may start at once.
     */
    @Override
    public void start() {
        attempt("find or create", () -> {
            table.createIfAbsent(transactions);
            return null;
        });
    }

    /** Does nothing: whatever was set is committed, and the data source is its owner's to close. */
    @Override
    public void stop() {}

    /** @throws IllegalArgumentException if the key is longer than 255 characters */
    @Override
    public void setState(String key, String value) {
        check(key);
        Work<Void> work = value == null ? table.delete(key) : table.put(key, value);
        attempt("write to", () -> transactions.runUpTo(2, TextTable::isConflict, work));
    }

    /** @throws IllegalArgumentException if the key is longer than 255 characters */
    @Override
    public boolean compareAndSetState(String key, String expected, String value) {
        check(key);
        requireNonNull(value, "value is null");
        // In the second transaction a conflict has come to light: another has inserted the key.
        return attempt(
                "write to",
                () -> transactions.runUpTo(2, TextTable::isConflict, connection -> {
                    if (!Objects.equals(expected, table.getToChange(key).on(connection))) {
                        return false;
                    }
                    // Not an update where there was none: it would replace what another has inserted since.
                    (expected == null ? table.insert(key, value) : table.put(key, value)).on(connection);
                    return true;
                }));
    }

    /**
     * @return null if the key is not there
     * @throws IllegalArgumentException if the key is longer than 255 characters
     */
    @Override
    public String getState(String key) {
        check(key);
        return attempt("read from", () -> transactions.run(table.get(key)));
    }

    private <T> T attempt(String operation, Attempt<T> attempt) {
        try {
            return attempt.run();
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "Cannot " + operation + " the state table " + table.name() + " (SQL state " + e.getSQLState() + ")",
                    e);
        }
    }

    private static void check(String key) {
        if (requireNonNull(key, "key is null").length() > LONGEST_KEY) {
            throw new IllegalArgumentException("A key of state in a database has at most " + LONGEST_KEY
                    + " characters, but this has " + key.length() + ". Set a shorter stateKey: " + key);
        }
    }

    private interface Attempt<T> {
        T run() throws SQLException;
    }
}
