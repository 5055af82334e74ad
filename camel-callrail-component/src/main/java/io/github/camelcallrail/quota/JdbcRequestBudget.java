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
 * A budget counted in a table of a database, one row for each account, which any number of nodes share. Tested with PostgreSQL
 * and H2.
 *
 * <p>Each call is a transaction of its own, and those for one account come one after the other, on all nodes. A request is
 * committed before it is granted: a node that dies meanwhile leaves at most that one counted though not sent. The clocks of the
 * nodes may differ by up to an hour.
 *
 * <p>The table is created at the first call unless it is there, in which case no right to create one is needed: {@code account_id
 * varchar(255) primary key, requests text not null}. To forget what an account has used, delete its row.
 *
 * <p>As thread-safe as the data source, whose connections must allow {@code commit()} and go back with autocommit as it was. The
 * data source is never closed. A {@link CallRailFailure} of kind STORAGE names the table and the account, and never what a row
 * holds; it may come after the request was counted, where the answer to the commit was lost.
 */
public final class JdbcRequestBudget implements RequestBudget {

    static final String DEFAULT_TABLE = "callrail_requests";

    /** Enough where transactions are serializable, in which of all nodes that ask at once only one succeeds. */
    private static final int ATTEMPTS = 50;

    private final Transactions transactions;
    private final TextTable table;
    private volatile boolean found;

    /** Counts in the table {@code callrail_requests}. Nothing is asked of the database yet. */
    public JdbcRequestBudget(DataSource dataSource) {
        this(dataSource, DEFAULT_TABLE);
    }

    /**
     * @param table letters, digits and underscores, with a schema and a dot in front where needed
     * @throws IllegalArgumentException if it is anything else
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
            // Without a lock: who looks must not hold up those who ask.
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
            if (!found) {
                table.createIfAbsent(transactions);
                found = true;
            }
            return transactions.runUpTo(ATTEMPTS, TextTable::isConflict, locked(account, work));
        } catch (SQLException e) {
            throw failure(account, "SQL state " + e.getSQLState(), e);
        } catch (CallRailFailure e) {
            throw e;
        } catch (RuntimeException e) {
            // Pools have exceptions of their own, too.
            throw failure(account, e.getClass().getSimpleName(), e);
        }
    }

    private <T> Transactions.Work<T> locked(String account, Function<RequestLog, T> work) {
        return connection -> {
            String saved = table.getToChange(account).on(connection);
            RequestLog log = saved == null ? new RequestLog() : read(account, saved);
            T result = work.apply(log);
            String text = RequestLogText.of(log, 0);
            if (saved == null) {
                // Not put, which might replace what another node has inserted meanwhile.
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
                    ("The requests of account '%s' cannot be counted, because its row in the table %s cannot be used: %s. No request"
                                    + " was sent. Unless a later version shares the table, delete the row: counting then begins anew.")
                            .formatted(account, table.name(), e.getMessage()),
                    e);
        }
    }

    private CallRailFailure failure(String account, String how, Exception cause) {
        return CallRailFailure.of(
                FailureKind.STORAGE,
                ("The requests of account '%s' cannot be counted in the table %s (%s), and a request that nobody counts may lock the"
                                + " account out. No request was sent. Check that the database can be reached, and that its user may create"
                                + " the table, or read and write it.")
                        .formatted(account, table.name(), how),
                cause);
    }
}
