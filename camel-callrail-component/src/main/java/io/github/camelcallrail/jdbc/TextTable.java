package io.github.camelcallrail.jdbc;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.jdbc.Transactions.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * SQL statements for a table of texts with keys of at most 255 characters, in the common dialect of PostgreSQL and H2.
 *
 * @param use the purpose of the table, for messages
 * @param name letters, digits and underscores, optionally preceded by a schema and a dot @param key the name of its
 *     first column, inserted into the SQL as it is
 * @param text the name of its second column, inserted into the SQL as it is
 */
public record TextTable(String use, String name, String key, String text) {

    private static final String INTEGRITY_VIOLATED = "23";
    private static final String ROLLED_BACK = "40";
    private static final String UNKNOWN_NAME = "42";
    private static final Pattern NAME = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*\\.)?[A-Za-z_][A-Za-z0-9_]*");

    /**
     * @throws IllegalArgumentException if the name contains anything else, because it is inserted into the SQL as it is
     */
    public TextTable {
        if (!NAME.matcher(requireNonNull(name, "table is null")).matches()) {
            throw new IllegalArgumentException(
                    "The name of a table for " + use + " may contain only letters, digits and underscores,"
                            + " optionally preceded by a schema and a dot, but is '" + name + "'.");
        }
    }

    /**
     * Creates the table if it does not exist. It checks first, because PostgreSQL rejects even {@code if not exists}
     * without the right to create.
     */
    public void createIfAbsent(Transactions transactions) throws SQLException {
        try {
            transactions.run(this::probe);
        } catch (SQLException absent) {
            if (!isOf(absent, UNKNOWN_NAME)) {
                throw absent;
            }
            create(transactions);
        }
    }

    /** Reads the text of a key; null if there is none. */
    public Work<String> get(String keyValue) {
        return connection -> select(connection, keyValue, "");
    }

    /**
     * Does what {@link #get} does, and locks the row until the transaction ends, so that others who want to change it
     * wait. If there is no row, another process may insert one in the meantime.
     */
    public Work<String> getForUpdate(String keyValue) {
        return connection -> select(connection, keyValue, " for update");
    }

    /**
     * Reads all keys that begin with a prefix, in no particular order: how texts are sorted depends on the collation of
     * the database. The list can be changed.
     */
    public Work<List<String>> keys(String prefix) {
        return connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select " + key + " from " + name + " where " + key + " like ? escape '!'")) {
                select.setString(1, prefix.replaceAll("[!%_]", "!$0") + "%");
                List<String> keys = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        keys.add(rows.getString(1));
                    }
                }
                return keys;
            }
        };
    }

    /** Gives the text of a key another key. Fails with a {@linkplain #isConflict conflict} if that key exists. */
    public Work<Void> rename(String keyValue, String newKey) {
        return connection -> {
            update(connection, "update " + name + " set " + key + " = ? where " + key + " = ?", newKey, keyValue);
            return null;
        };
    }

    public Work<Void> delete(String keyValue) {
        return connection -> {
            update(connection, "delete from " + name + " where " + key + " = ?", keyValue);
            return null;
        };
    }

    /**
     * Updates or inserts. Fails with a {@linkplain #isConflict conflict} if another process inserts the key between the
     * two statements.
     */
    public Work<Void> put(String keyValue, String value) {
        return connection -> {
            if (update(connection, "update " + name + " set " + text + " = ? where " + key + " = ?", value, keyValue)
                    == 0) {
                insert(keyValue, value).on(connection);
            }
            return null;
        };
    }

    /** Inserts. Fails with a {@linkplain #isConflict conflict} if the key exists. */
    public Work<Void> insert(String keyValue, String value) {
        return connection -> {
            update(connection, "insert into " + name + " (" + text + ", " + key + ") values (?, ?)", value, keyValue);
            return null;
        };
    }

    /**
     * Whether the same work may succeed in a new transaction: the key exists now, or this transaction was rolled back.
     */
    public static boolean isConflict(SQLException e) {
        return isOf(e, INTEGRITY_VIOLATED) || isOf(e, ROLLED_BACK);
    }

    private void create(Transactions transactions) throws SQLException {
        try {
            transactions.run(connection -> update(
                    connection,
                    "create table if not exists " + name + " (" + key + " varchar(255) primary key, " + text
                            + " text not null)"));
        } catch (SQLException rejection) {
            probeAgain(transactions, rejection);
            return;
        }
        // A table with this name but other columns is detected only now.
        transactions.run(this::probe);
    }

    /** If several processes create the same table at the same time, PostgreSQL rejects all but one. */
    private void probeAgain(Transactions transactions, SQLException rejection) throws SQLException {
        try {
            transactions.run(this::probe);
        } catch (SQLException absent) {
            rejection.addSuppressed(absent);
            throw rejection;
        }
    }

    private Void probe(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select " + key + ", " + text + " from " + name + " where 1 = 0")) {
            select.executeQuery().close();
            return null;
        }
    }

    private String select(Connection connection, String keyValue, String lock) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select " + text + " from " + name + " where " + key + " = ?" + lock)) {
            select.setString(1, keyValue);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private static boolean isOf(SQLException e, String stateClass) {
        return e.getSQLState() != null && e.getSQLState().startsWith(stateClass);
    }

    private static int update(Connection connection, String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
