package io.github.camelcallrail.documentation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The database of {@link DocumentedSandbox}, with the tables of a page that routes of the page put rows into. It lasts
 * until it is closed: H2 keeps it as long as there is a connection.
 */
final class LandingDatabase implements AutoCloseable {

    private final Connection connection;

    LandingDatabase(Document page) {
        try {
            connection = DriverManager.getConnection(DocumentedSandbox.DATABASE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        page.blocks("sql").forEach(table -> execute(table.text()));
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalArgumentException(sql, e);
        }
    }

    /** The rows that a query gives, each as its values. */
    List<List<Object>> rows(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalArgumentException(sql, e);
        }
    }

    /** The rows that a query gives, each as its values with a space between. */
    List<String> lines(String sql) {
        return rows(sql).stream()
                .map(row -> row.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
    }

    /** The ids in a table. */
    List<String> ids(String table) {
        return lines("select id from " + table);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
