package io.github.camelcallrail.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.jdbc.ObservedDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a budget in a table must do in every database. Each call is one of another node. */
abstract class JdbcRequestBudgetContract extends RequestBudgetContract {

    static final Limits LIMITS = new Limits(60, 1_000);

    DataSource database;

    abstract DataSource newDatabase();

    @BeforeEach
    void createDatabase() {
        database = newDatabase();
    }

    @Override
    RequestBudget budget() {
        return new JdbcRequestBudget(database);
    }

    @Override
    void reset() {
        try {
            budget().take("another", LIMITS, TEN);
            execute("delete from callrail_requests");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theTableIsAsDocumented() throws SQLException {
        execute("create table callrail_requests (account_id varchar(255) primary key, requests text not null)");
        try (ObservedDataSource observed = new ObservedDataSource(database)) {
            RequestBudget budget = new JdbcRequestBudget(observed.dataSource());
            budget.take(ACCOUNT, LIMITS, TEN);
            assertThat(observed.done)
                    .as("no right to create is needed")
                    .containsExactly("select", "commit", "select", "insert", "commit");
            budget.take(ACCOUNT, LIMITS, TEN);
            assertThat(observed.done.subList(5, observed.done.size()))
                    .as("one transaction")
                    .containsExactly("select", "update", "commit");
        }
        assertThat(granted(LIMITS, TEN, 100)).isEqualTo(58);
        execute("delete from callrail_requests where account_id = 'ACC1'");
        assertThat(granted(LIMITS, TEN, 100)).isEqualTo(60);
    }

    @Test
    void aRefusalWritesNothing() throws SQLException {
        granted(LIMITS, TEN, 60);
        try (ObservedDataSource observed = new ObservedDataSource(database)) {
            assertThat(new JdbcRequestBudget(observed.dataSource()).take(ACCOUNT, LIMITS, TEN))
                    .isPresent();
            assertThat(observed.done).containsExactly("select", "commit", "select", "commit");
        }
    }

    @Test
    void aTableMayHaveAnotherNameAndASchema() throws SQLException {
        execute("create schema marketing");
        RequestBudget elsewhere = new JdbcRequestBudget(database, "marketing.Budget_2");

        assertThat(granted(elsewhere, LIMITS, TEN, 100)).isEqualTo(60);
        assertThat(granted(new JdbcRequestBudget(database, "marketing.Budget_2"), LIMITS, TEN, 100))
                .isZero();
        assertThat(granted(LIMITS, TEN, 100)).isEqualTo(60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a;drop table b", "a.b.c", "a\"b"})
    void otherTableNamesAreRefused(String table) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JdbcRequestBudget(database, table))
                .withMessage("The name of a table for requests may contain only letters, digits and underscores,"
                        + " optionally preceded by a schema and a dot, but is '" + table + "'.");
    }

    @Test
    void anAccountThatAnotherNodeInsertsFirstIsCountedOn() throws SQLException {
        reset();
        try (ObservedDataSource observed = new ObservedDataSource(database)) {
            observed.before = what -> {
                if (what.startsWith("insert") || what.startsWith("update")) {
                    observed.before = anything -> {};
                    granted(LIMITS, TEN, 50);
                }
            };
            RequestBudget budget = new JdbcRequestBudget(observed.dataSource());
            assertThat(granted(budget, LIMITS, TEN, 100)).isEqualTo(10);
            assertThat(observed.done.subList(2, 8))
                    .containsExactly("select", "insert", "rollback", "select", "update", "commit");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void aTransactionThatLosesIsTriedAgain(String state) throws SQLException {
        granted(LIMITS, TEN, 50);
        try (ObservedDataSource observed = new ObservedDataSource(database)) {
            RequestBudget budget = new JdbcRequestBudget(observed.dataSource());
            budget.raise(ACCOUNT, 0, 0, TEN);
            int[] losses = {20};
            observed.before = what -> {
                if (what.equals("commit") && losses[0]-- > 0) {
                    throw new SQLException("could not serialize access", state);
                }
            };
            assertThat(granted(budget, LIMITS, TEN, 100)).isEqualTo(10);
            assertThat(losses[0]).isNegative();
        }
    }

    @Test
    void aFailureNamesTableAndAccountAndCountsNothing() throws SQLException {
        granted(LIMITS, TEN, 50);
        try (ObservedDataSource observed = new ObservedDataSource(database)) {
            RequestBudget budget = new JdbcRequestBudget(observed.dataSource());
            observed.before = what -> {
                if (what.equals("commit")) {
                    throw new SQLException("line cut", "08006");
                }
            };
            assertThatExceptionOfType(CallRailFailure.class)
                    .isThrownBy(() -> budget.take(ACCOUNT, LIMITS, TEN))
                    .withMessage(
                            "The requests of account 'ACC1' cannot be counted in the table callrail_requests (SQL state"
                                    + " 08006), and uncounted requests may lock the account out. No request was"
                                    + " sent. Check that the database is reachable, and that its user may"
                                    + " create the table, or read and write it.")
                    .matches(failure -> failure.kind() == FailureKind.STORAGE)
                    .havingCause()
                    .isInstanceOf(SQLException.class);
            assertThatExceptionOfType(CallRailFailure.class).isThrownBy(() -> budget.raise(ACCOUNT, 60, 60, TEN));
            assertThat(observed.connection.getAutoCommit()).isTrue();

            observed.before = what -> {
                throw new IllegalStateException("pool not started");
            };
            assertThatExceptionOfType(CallRailFailure.class)
                    .isThrownBy(() -> budget.take(ACCOUNT, LIMITS, TEN))
                    .withMessageContaining("in the table callrail_requests (IllegalStateException)")
                    .matches(failure -> failure.kind() == FailureKind.STORAGE);
        }
        assertThat(granted(LIMITS, TEN, 100)).isEqualTo(10);
    }

    @Test
    void anotherTableOfThatNameIsNotTakenForOurs() throws SQLException {
        execute("create table callrail_requests (id integer)");

        assertThatExceptionOfType(CallRailFailure.class)
                .isThrownBy(() -> take(LIMITS, TEN))
                .withMessageContaining("in the table callrail_requests (SQL state 42");
    }

    @Test
    void aDamagedRowIsNamedAndStays() throws SQLException {
        granted(LIMITS, TEN, 50);
        execute("update callrail_requests set requests = replace(requests, '0:50', '0:5')");

        assertThatExceptionOfType(CallRailFailure.class)
                .isThrownBy(() -> take(LIMITS, TEN))
                .withMessage(
                        "The requests of account 'ACC1' cannot be counted, because its row in the table callrail_requests"
                                + " cannot be used: its checksum is wrong. No request was sent. Unless a later version shares the table,"
                                + " delete the row: counting then starts again.")
                .matches(failure -> failure.kind() == FailureKind.STORAGE);

        execute("update callrail_requests set requests = replace(requests, '0:5', '0:50')");
        assertThat(granted(LIMITS, TEN, 100)).isEqualTo(10);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
