package io.github.camelcallrail.examples.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * The table of the records that have arrived: by account and id, with the report, the node that sent the record first,
 * and how many times it arrived.
 */
public final class RecordTable {

    private final DataSource database;

    public RecordTable(DataSource database) {
        this.database = database;
    }

    public void create() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try {
                statement.execute("create table if not exists records (account varchar(64), id varchar(64),"
                        + " report varchar(64), node varchar(255), times int, primary key (account, id))");
            } catch (SQLException e) {
                // PostgreSQL also rejects it if another node creates the table at this moment; then it exists now.
                statement.execute("select account from records where times = 0");
            }
        }
    }
}
