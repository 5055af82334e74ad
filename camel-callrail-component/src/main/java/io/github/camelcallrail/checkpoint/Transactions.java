package io.github.camelcallrail.checkpoint;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Runs work in transactions of its own, each on a connection that goes back as it came. */
record Transactions(DataSource dataSource) {

    /** What is done in one transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** @return what the work returned, committed. When this throws because of the commit, it may or may not have been done */
    <T> T run(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            T result = committed(connection, work, autoCommit);
            connection.setAutoCommit(autoCommit);
            return result;
        }
    }

    /** As {@link #run}, but tried once more after a failure that this may cure. */
    <T> T runAgainAfter(Predicate<SQLException> curable, Work<T> work) throws SQLException {
        try {
            return run(work);
        } catch (SQLException first) {
            if (!curable.test(first)) {
                throw first;
            }
            try {
                return run(work);
            } catch (SQLException second) {
                second.addSuppressed(first);
                throw second;
            }
        }
    }

    private static <T> T committed(Connection connection, Work<T> work, boolean autoCommit) throws SQLException {
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            undo(connection, autoCommit, e);
            throw e;
        }
    }

    private static void undo(Connection connection, boolean autoCommit, Throwable reason) {
        try {
            // In this order, and not the second without the first: turning autocommit on commits what is pending.
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
