package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.jdbc.TextTable;
import io.github.camelcallrail.jdbc.Transactions;
import io.github.camelcallrail.jdbc.Transactions.Work;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Keeps state in a database table, one row per key, so that any node can resume where another stopped. A key is a text
 * of at most 255 characters, not null; setting a value of null deletes the key. Tested with PostgreSQL and H2.
 *
 * <p>Once {@link #setState} has returned, the value is committed in its own transaction. If it throws, the value is the
 * old one, or the new one if the response to the commit was lost. Several nodes may share a table, and even a key: the
 * value set last is kept, and {@link #compareAndSetState} lets only one of them replace a value it knows.
 *
 * <p>As thread-safe as the data source, whose connections must allow {@code commit()}; each method takes one connection
 * and returns it with its original autocommit mode. The data source is never closed. Failures throw {@link
 * IllegalStateException}, which names the table and the operation and has the {@link SQLException} as its cause; it
 * never contains a value.
 */
public class JdbcStateRepository implements ListableStateRepository {

    static final String DEFAULT_TABLE = "callrail_state";

    private static final int MAX_KEY_LENGTH = 255;

    private final Transactions transactions;
    private final TextTable table;

    /** Keeps state in the table {@code callrail_state}. */
    public JdbcStateRepository(DataSource dataSource) {
        this(dataSource, DEFAULT_TABLE);
    }

    /**
     * @param table letters, digits and underscores, optionally preceded by a schema and a dot
     * @throws IllegalArgumentException if the name contains anything else
     */
    public JdbcStateRepository(DataSource dataSource, String table) {
        this.transactions = new Transactions(dataSource);
        this.table = new TextTable("state", table, "state_key", "state_value");
    }

    /**
     * Creates the table unless it exists; if it exists, no right to create tables is needed: {@code state_key
     * varchar(255) primary key, state_value text not null}. Any number of nodes may start at the same time.
     */
    // Synchronized, because PostgreSQL may reject all but one of those who create a table at the same moment.
    @Override
    public synchronized void start() {
        attempt("find or create", () -> {
            table.createIfAbsent(transactions);
            return null;
        });
    }

    /** Does nothing: every value that was set is committed, and the data source's owner closes it. */
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
        // A second transaction is needed after a conflict: another process has inserted the key.
        return attempt(
                "write to",
                () -> transactions.runUpTo(2, TextTable::isConflict, connection -> {
                    if (!Objects.equals(expected, table.getForUpdate(key).on(connection))) {
                        return false;
                    }
                    // If there was no value, insert: an update would replace a value that another process has inserted
                    // since.
                    (expected == null ? table.insert(key, value) : table.put(key, value)).on(connection);
                    return true;
                }));
    }

    /**
     * @return null if there is no such key
     * @throws IllegalArgumentException if the key is longer than 255 characters
     */
    @Override
    public String getState(String key) {
        check(key);
        return attempt("read from", () -> transactions.run(table.get(key)));
    }

    @Override
    public List<String> keys(String prefix, String after, int most) {
        ListableKey.requirePrefix(prefix);
        List<String> keys = attempt("list", () -> transactions.run(table.keys(prefix)));
        // Where the database ignores case, it finds more than was asked for.
        keys.removeIf(key -> !ListableKey.is(key) || !key.startsWith(prefix));
        return KeyPage.of(keys, after, most);
    }

    /** @throws IllegalArgumentException if a key is longer than 255 characters */
    @Override
    public boolean renameState(String key, String newKey) {
        check(key);
        check(newKey);
        return attempt(
                "write to",
                () -> transactions.runUpTo(2, TextTable::isConflict, connection -> {
                    if (table.getForUpdate(key).on(connection) == null) {
                        return false;
                    }
                    if (!key.equals(newKey)) {
                        table.delete(newKey).on(connection);
                        table.rename(key, newKey).on(connection);
                    }
                    return true;
                }));
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
        if (requireNonNull(key, "key is null").length() > MAX_KEY_LENGTH) {
            throw new IllegalArgumentException("A state key in a database has at most " + MAX_KEY_LENGTH
                    + " characters, but this one has " + key.length() + ". Set a shorter stateKey: " + key);
        }
    }

    private interface Attempt<T> {
        T run() throws SQLException;
    }
}
