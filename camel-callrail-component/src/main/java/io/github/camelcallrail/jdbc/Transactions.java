package io.github.camelcallrail.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Runs work in transactions of its own, each on a connection that goes back as it came. As thread-safe as the data source. */
public record Transactions(DataSource dataSource) {

    public Transactions {
        requireNonNull(dataSource, "dataSource is null");
    }

    /** What is done in one transaction. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** @return what the work returned, committed. When this throws because of the commit, it may or may not have been done */
    public <T> T run(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            T result = committed(connection, work, autoCommit);
            connection.setAutoCommit(autoCommit);
            return result;
        }
    }

    /**
     * As {@link #run}, but tried again, each time at once and in a new transaction, after a failure that this may cure.
     *
     * @param times how often in all, 1 or more; then the last failure is thrown, with the one before it as suppressed
     */
    public <T> T runUpTo(int times, Predicate<SQLException> curable, Work<T> work) throws SQLException {
        SQLException before = null;
        for (int attempt = 1; ; attempt++) {
            try {
                return run(work);
            } catch (SQLException failure) {
                if (before != null) {
                    failure.addSuppressed(before);
                }
                if (attempt == times || !curable.test(failure)) {
                    throw failure;
                }
                before = failure;
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
