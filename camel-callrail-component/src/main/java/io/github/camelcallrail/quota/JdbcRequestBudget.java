package io.github.camelcallrail.quota;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.jdbc.TextTable;
import io.github.camelcallrail.jdbc.Transactions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * A budget counted in a database table, one row per account, which any number of nodes can share. Tested with
 * PostgreSQL and H2.
 *
 * <p>Each call is its own transaction, and calls for the same account are serialized across all nodes. A request is
 * committed before it is granted: if a node dies in between, at most that one request is counted but not sent. The
 * clocks of the nodes may differ by up to an hour.
 *
 * <p>The table is created at the first call unless it exists; if it exists, no right to create tables is needed: {@code
 * account_id varchar(255) primary key, requests text not null}. To reset the count of an account, delete its row.
 *
 * <p>As thread-safe as the data source, whose connections must allow {@code commit()} and are returned with their
 * original autocommit mode. The data source is never closed. Failures throw a {@link CallRailFailure} of kind STORAGE
 * that names the table and the account, but never the content of a row; if the response to the commit was lost, the
 * request may have been counted.
 */
public final class JdbcRequestBudget implements RequestBudget {

    static final String DEFAULT_TABLE = "callrail_requests";

    /** Enough for serializable transactions, of which only one succeeds when many nodes ask at the same time. */
    private static final int ATTEMPTS = 50;

    private final Transactions transactions;
    private final TextTable table;
    private volatile boolean tableExists;

    /** Counts in the table {@code callrail_requests}. The database is not accessed yet. */
    public JdbcRequestBudget(DataSource dataSource) {
        this(dataSource, DEFAULT_TABLE);
    }

    /**
     * @param table letters, digits and underscores, optionally preceded by a schema and a dot
     * @throws IllegalArgumentException if the name contains anything else
     */
    public JdbcRequestBudget(DataSource dataSource, String table) {
        this.transactions = new Transactions(dataSource);
        this.table = new TextTable("requests", table, "account_id", "requests");
    }

    @Override
    public Optional<Instant> take(String account, Limits limits, Instant now) {
        requireNonNull(limits, "limits is null");
        requireNonNull(now, "now is null");
        return change(account, log -> log.take(limits, now));
    }

    @Override
    public void raise(String account, int inHour, int inDay, Instant now) {
        requireNonNull(now, "now is null");
        change(account, log -> {
            log.raise(inHour, inDay, now);
            return null;
        });
    }

    @Override
    public Optional<RequestUsage> used(String account, Instant now) {
        requireNonNull(account, "account is null");
        requireNonNull(now, "now is null");
        try {
            // Without a lock, because reading must not delay requests.
            String saved = transactions.run(table.get(account));
            RequestLog log = saved == null ? new RequestLog() : read(account, saved);
            return Optional.of(log.used(now));
        } catch (SQLException e) {
            throw failure(account, "SQL state " + e.getSQLState(), e);
        }
    }

    private <T> T change(String account, Function<RequestLog, T> work) {
        requireNonNull(account, "account is null");
        try {
            if (!tableExists) {
                table.createIfAbsent(transactions);
                tableExists = true;
            }
            return transactions.runUpTo(ATTEMPTS, TextTable::isConflict, locked(account, work));
        } catch (SQLException e) {
            throw failure(account, "SQL state " + e.getSQLState(), e);
        } catch (CallRailFailure e) {
            throw e;
        } catch (RuntimeException e) {
            // Connection pools may throw exceptions of their own.
            throw failure(account, e.getClass().getSimpleName(), e);
        }
    }

    private <T> Transactions.Work<T> locked(String account, Function<RequestLog, T> work) {
        return connection -> {
            String saved = table.getForUpdate(account).on(connection);
            RequestLog log = saved == null ? new RequestLog() : read(account, saved);
            T result = work.apply(log);
            String text = RequestLogText.of(log, 0);
            if (saved == null) {
                // Insert, because put might replace a row that another node has inserted in the meantime.
                table.insert(account, text).on(connection);
            } else if (!text.equals(saved)) {
                table.put(account, text).on(connection);
            }
            return result;
        };
    }

    private RequestLog read(String account, String saved) {
        try {
            return RequestLogText.read(saved);
        } catch (IllegalArgumentException e) {
            throw CallRailFailure.of(
                    FailureKind.STORAGE,
                    ("The requests of %s cannot be counted, because its row in the table %s cannot be used: %s. No request"
                                    + " was sent. Unless a later version shares the table, delete the row:"
                                    + " counting then starts again.")
                            .formatted(AccountName.of(account), table.name(), e.getMessage()),
                    e);
        }
    }

    private CallRailFailure failure(String account, String reason, Exception cause) {
        return CallRailFailure.of(
                FailureKind.STORAGE,
                ("The requests of %s cannot be counted in the table %s (%s), and uncounted requests may"
                                + " lock the account out. No request was sent. Check that the database is reachable, and"
                                + " that its user may create the table, or read and write it.")
                        .formatted(AccountName.of(account), table.name(), reason),
                cause);
    }
}
