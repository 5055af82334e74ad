package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.checkpoint.Transactions.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The SQL on a table of keys and values, in what PostgreSQL and H2 have in common.
 *
 * @param name goes into the SQL as it is, and so must have been checked
 */
record StateTable(String name) {

    private static final String INTEGRITY_VIOLATED = "23";
    private static final String ROLLED_BACK = "40";
    private static final String NOT_AS_NAMED = "42";

    /** Looks before it creates, because PostgreSQL refuses even {@code if not exists} to those who may not create. */
    void createIfAbsent(Transactions transactions) throws SQLException {
        try {
            transactions.run(this::look);
        } catch (SQLException absent) {
            if (!isOf(absent, NOT_AS_NAMED)) {
                throw absent;
            }
            create(transactions);
        }
    }

    Work<String> get(String key) {
        return connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("select state_value from " + name + " where state_key = ?")) {
                select.setString(1, key);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? rows.getString(1) : null;
                }
            }
        };
    }

    Work<Void> delete(String key) {
        return connection -> {
            update(connection, "delete from " + name + " where state_key = ?", key);
            return null;
        };
    }

    /** Fails with a {@linkplain #isConflict conflict} when another inserts the key between the two statements. */
    Work<Void> put(String key, String value) {
        return connection -> {
            if (update(connection, "update " + name + " set state_value = ? where state_key = ?", value, key) == 0) {
                update(connection, "insert into " + name + " (state_value, state_key) values (?, ?)", value, key);
            }
            return null;
        };
    }

    /** Whether the same work may succeed in a new transaction: the key is there now, or this transaction lost. */
    static boolean isConflict(SQLException e) {
        return isOf(e, INTEGRITY_VIOLATED) || isOf(e, ROLLED_BACK);
    }

    private void create(Transactions transactions) throws SQLException {
        try {
            transactions.run(connection -> update(
                    connection,
                    "create table if not exists " + name
                            + " (state_key varchar(255) primary key, state_value text not null)"));
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
                connection.prepareStatement("select state_key, state_value from " + name + " where 1 = 0")) {
            select.executeQuery().close();
            return null;
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
