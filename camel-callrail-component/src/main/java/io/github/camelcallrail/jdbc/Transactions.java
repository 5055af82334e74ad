package io.github.camelcallrail.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;
import javax.sql.DataSource;

/**
 * Runs work in separate transactions, each on its own connection, which is returned unchanged. As thread-safe as the
 * data source.
 */
public record Transactions(DataSource dataSource) {

    public Transactions {
        requireNonNull(dataSource, "dataSource is null");
    }

    /** The work of one transaction. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** @return the result of the work, after the commit. If the commit fails, the work may or may not have been done */
    public <T> T run(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            T result = runAndCommit(connection, work, autoCommit);
            connection.setAutoCommit(autoCommit);
            return result;
        }
    }

    /**
     * Does what {@link #run} does, and retries immediately, in a new transaction, after a failure that a retry may fix.
     *
     * @param times the maximum number of attempts, 1 or more; then the last failure is thrown, with the previous one
     *     suppressed
     */
    public <T> T runUpTo(int times, Predicate<SQLException> retryable, Work<T> work) throws SQLException {
        SQLException before = null;
        for (int attempt = 1; ; attempt++) {
            try {
                return run(work);
            } catch (SQLException failure) {
                if (before != null) {
                    failure.addSuppressed(before);
                }
                if (attempt == times || !retryable.test(failure)) {
                    throw failure;
                }
                before = failure;
            }
        }
    }

    private static <T> T runAndCommit(Connection connection, Work<T> work, boolean autoCommit) throws SQLException {
        try {
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollback(connection, autoCommit, e);
            throw e;
        }
    }

    private static void rollback(Connection connection, boolean autoCommit, Throwable reason) {
        try {
            // In this order, and not the second without the first: turning on autocommit commits pending changes.
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
