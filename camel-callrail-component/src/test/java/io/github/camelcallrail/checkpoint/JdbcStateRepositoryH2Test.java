package io.github.camelcallrail.checkpoint;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class JdbcStateRepositoryH2Test extends JdbcStateRepositoryContract {

    @Override
    DataSource newDatabase() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        return database;
    }
}
