package io.github.camelcallrail.jdbc;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.jdbc.Transactions.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;

/**
 * The SQL on a table of texts under keys of up to 255 characters, in what PostgreSQL and H2 have in common.
 *
 * @param use what the table is for, as messages say it
 * @param name letters, digits and underscores, with a schema and a dot in front where needed
 * @param key its first column, which goes into the SQL as it is
 * @param text its second column, which goes into the SQL as it is
 */
public record TextTable(String use, String name, String key, String text) {

    private static final String INTEGRITY_VIOLATED = "23";
    private static final String ROLLED_BACK = "40";
    private static final String NOT_AS_NAMED = "42";
    private static final Pattern NAME = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*\\.)?[A-Za-z_][A-Za-z0-9_]*");

    /** @throws IllegalArgumentException if the name is anything else, because it goes into the SQL as it is */
    public TextTable {
        if (!NAME.matcher(requireNonNull(name, "table is null")).matches()) {
            throw new IllegalArgumentException(
                    "A table for " + use + " must be named by letters, digits and underscores,"
                            + " with a schema and a dot in front where needed, but is '" + name + "'.");
        }
    }

    /** Looks before it creates, because PostgreSQL refuses even {@code if not exists} to those who may not create. */
    public void createIfAbsent(Transactions transactions) throws SQLException {
        try {
            transactions.run(this::look);
        } catch (SQLException absent) {
            if (!isOf(absent, NOT_AS_NAMED)) {
                throw absent;
            }
            create(transactions);
        }
    }

    /** The text under a key; null when there is none. */
    public Work<String> get(String of) {
        return connection -> select(connection, of, "");
    }

    /**
     * As {@link #get}, but a row that is there stays as it is until the transaction ends, and whoever else gets it to change it
     * waits for that. When there is none, another may insert one meanwhile.
     */
    public Work<String> getToChange(String of) {
        return connection -> select(connection, of, " for update");
    }

    public Work<Void> delete(String of) {
        return connection -> {
            update(connection, "delete from " + name + " where " + key + " = ?", of);
            return null;
        };
    }

    /** Fails with a {@linkplain #isConflict conflict} when another inserts the key between the two statements. */
    public Work<Void> put(String of, String value) {
        return connection -> {
            if (update(connection, "update " + name + " set " + text + " = ? where " + key + " = ?", value, of) == 0) {
                insert(of, value).on(connection);
            }
            return null;
        };
    }

    /** Fails with a {@linkplain #isConflict conflict} when the key is there. */
    public Work<Void> insert(String of, String value) {
        return connection -> {
            update(connection, "insert into " + name + " (" + text + ", " + key + ") values (?, ?)", value, of);
            return null;
        };
    }

    /** Whether the same work may succeed in a new transaction: the key is there now, or this transaction lost. */
    public static boolean isConflict(SQLException e) {
        return isOf(e, INTEGRITY_VIOLATED) || isOf(e, ROLLED_BACK);
    }

    private void create(Transactions transactions) throws SQLException {
        try {
            transactions.run(connection -> update(
                    connection,
                    "create table if not exists " + name + " (" + key + " varchar(255) primary key, " + text
                            + " text not null)"));
        } catch (SQLException refused) {
            lookAgain(transactions, refused);
            return;
        }
        // A table of that name that is not like ours counts as existing until its columns are asked for.
        transactions.run(this::look);
    }

    /** PostgreSQL refuses all but one of those who create the same table at the same time. */
    private void lookAgain(Transactions transactions, SQLException refused) throws SQLException {
        try {
            transactions.run(this::look);
        } catch (SQLException absent) {
            refused.addSuppressed(absent);
            throw refused;
        }
    }

    private Void look(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select " + key + ", " + text + " from " + name + " where 1 = 0")) {
            select.executeQuery().close();
            return null;
        }
    }

    private String select(Connection connection, String of, String lock) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select " + text + " from " + name + " where " + key + " = ?" + lock)) {
            select.setString(1, of);
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
