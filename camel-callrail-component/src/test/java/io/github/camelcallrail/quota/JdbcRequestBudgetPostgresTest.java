package io.github.camelcallrail.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcRequestBudgetPostgresTest extends JdbcRequestBudgetContract {

    @Override
    DataSource newDatabase() {
        return Postgres.pooledDatabase();
    }

    @Override
    int schedules() {
        return 5;
    }

    @ParameterizedTest
    @ValueSource(strings = {"repeatable read", "serializable"})
    void ofManyWhoAskAtOnceNoneGetsTooManyHoweverTransactionsAreIsolated(String isolation) throws Exception {
        execute("alter database " + name() + " set default_transaction_isolation = '" + isolation + "'");
        database = Postgres.pool(name());

        assertThat(grantedAtOnce(6, 15, LIMITS)).isEqualTo(60);
    }

    private String name() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return connection.getCatalog();
        }
    }
}
