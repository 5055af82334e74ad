package io.github.camelcallrail.checkpoint;

import io.github.camelcallrail.Postgres;
import javax.sql.DataSource;

class JdbcStateRepositoryPostgresTest extends JdbcStateRepositoryContract {

    @Override
    DataSource newDatabase() {
        return Postgres.pooledDatabase();
    }
}
