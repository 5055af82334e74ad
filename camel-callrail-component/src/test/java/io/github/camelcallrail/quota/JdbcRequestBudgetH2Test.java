package io.github.camelcallrail.quota;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class JdbcRequestBudgetH2Test extends JdbcRequestBudgetContract {

    @Override
    DataSource newDatabase() {
        JdbcDataSource database = new JdbcDataSource();
        // Who waits for a lock waits for as long as it takes on a slow machine.
        database.setUrl("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000");
        return database;
    }

    @Override
    int schedules() {
        return 100;
    }
}
