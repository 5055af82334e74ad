package io.github.camelcallrail.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.camelcallrail.jdbc.ObservedDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a table must do in every database. */
abstract class JdbcStateRepositoryContract extends ListableContract {

    DataSource database;

    abstract DataSource newDatabase();

    @BeforeEach
    void createDatabase() {
        database = newDatabase();
    }

    @Override
    JdbcStateRepository repository() {
        return new JdbcStateRepository(database);
    }

    @Test
    void theTableIsAsDocumented() throws SQLException {
        execute("create table callrail_state (state_key varchar(255) primary key, state_value text not null)");
        try (ObservedDataSource observed = new ObservedDataSource(database)) {
            new JdbcStateRepository(observed.dataSource()).start();
            assertThat(observed.done).as("no right to create is needed").containsExactly("select", "commit");
        }
        started().setState("key", "value");

        assertThat(started().getState("key")).isEqualTo("value");
    }

    @Test
    void aTableMayHaveAnotherNameAndASchema() throws SQLException {
        execute("create schema marketing");
        JdbcStateRepository elsewhere = new JdbcStateRepository(database, "marketing.State_2");
        elsewhere.start();
        elsewhere.setState("key", "elsewhere");
        started().setState("key", "here");

        assertThat(elsewhere.getState("key")).isEqualTo("elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a;drop table b", "a.b.c", "a\"b", ".a", "a.", "1a", "tablé", "a\n"})
    void otherTableNamesAreRefused(String table) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JdbcStateRepository(database, table))
                .withMessageContaining("letters, digits and underscores")
                .withMessageEndingWith("but is '" + table + "'.");
    }

    @Test
    void anotherTableOfThatNameIsNotTakenForOurs() throws SQLException {
        execute("create table callrail_state (id integer)");

        assertThatIllegalStateException()
                .isThrownBy(this::started)
                .withMessageStartingWith("Cannot find or create the state table callrail_state (SQL state 42");
    }

    @Test
    void aTableThatAnotherNodeCreatesFirstWillDo() throws SQLException {
        try (ObservedDataSource observed = new ObservedDataSource(database)) {
            observed.before = what -> {
                if (what.startsWith("create")) {
                    started();
                    throw new SQLException("as PostgreSQL says it", "23505");
                }
            };
            new JdbcStateRepository(observed.dataSource()).start();

            assertThat(observed.done).containsExactly("select", "rollback", "create", "rollback", "select", "commit");
        }
    }

    @Test
    void aKeyThatAnotherNodeInsertsFirstIsUpdated() throws SQLException {
        started();
        try (ObservedDataSource observed = new ObservedDataSource(database)) {
            observed.before = what -> {
                if (what.startsWith("insert")) {
                    repository().setState("key", "theirs");
                }
            };
            new JdbcStateRepository(observed.dataSource()).setState("key", "ours");

            assertThat(observed.done).containsExactly("update", "insert", "rollback", "update", "commit");
        }
        assertThat(repository().getState("key")).isEqualTo("ours");
    }

    @Test
    void keysOf255CharactersAreTheLongest() {
        started().setState("k".repeat(255), "value");

        assertThat(started().getState("k".repeat(255))).isEqualTo("value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> started().setState("k".repeat(256), "value"))
                .withMessage("A state key in a database has at most 255 characters, but this one has 256."
                        + " Set a shorter stateKey: " + "k".repeat(256));
        assertThatIllegalArgumentException().isThrownBy(() -> started().getState("k".repeat(256)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionGoesBackAsItCame(boolean autoCommit) throws SQLException {
        started();
        try (ObservedDataSource observed = new ObservedDataSource(database)) {
            observed.connection.setAutoCommit(autoCommit);
            JdbcStateRepository repository = new JdbcStateRepository(observed.dataSource());
            repository.start();
            repository.setState("key", "value");
            repository.getState("key");
            observed.before = failingAt("update");
            assertThatIllegalStateException().isThrownBy(() -> repository.setState("key", "new"));

            assertThat(observed.connection.getAutoCommit()).isEqualTo(autoCommit);
            assertThat(observed.done)
                    .containsExactly(
                            "select", "commit", "update", "insert", "commit", "select", "commit", "update", "rollback");
        }
        assertThat(repository().getState("key")).isEqualTo("value");
    }

    @Test
    void aFailureNamesTableAndOperationAndNeverTheValue() throws SQLException {
        started();
        try (ObservedDataSource observed = new ObservedDataSource(database)) {
            JdbcStateRepository repository = new JdbcStateRepository(observed.dataSource());
            observed.before = failingAt("commit");

            assertThatIllegalStateException()
                    .isThrownBy(() -> repository.setState("key", "private"))
                    .withMessage("Cannot write to the state table callrail_state (SQL state 08006)")
                    .havingCause()
                    .isInstanceOf(SQLException.class)
                    .withMessage("line cut");
            assertThatIllegalStateException()
                    .isThrownBy(() -> repository.getState("key"))
                    .withMessage("Cannot read from the state table callrail_state (SQL state 08006)");
            assertThatIllegalStateException()
                    .isThrownBy(repository::start)
                    .withMessage("Cannot find or create the state table callrail_state (SQL state 08006)");
        }
        assertThat(repository().getState("key")).isNull();
    }

    @Test
    void aRollbackThatFailsTooIsNotLostFromSight() throws SQLException {
        started();
        try (ObservedDataSource observed = new ObservedDataSource(database)) {
            observed.before = what -> {
                failingAt("update").doing(what);
                failingAt("rollback").doing(what);
            };
            JdbcStateRepository repository = new JdbcStateRepository(observed.dataSource());

            assertThatIllegalStateException()
                    .isThrownBy(() -> repository.setState("key", "value"))
                    .havingCause()
                    .satisfies(cause -> assertThat(cause.getSuppressed()).hasSize(1));
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static ObservedDataSource.Before failingAt(String operation) {
        return what -> {
            if (what.startsWith(operation)) {
                throw new SQLException("line cut", "08006");
            }
        };
    }
}
