package io.github.camelcallrail.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** PostgreSQL takes the SQL of each document, statement after statement. */
class SqlTest {

    @Test
    void postgresqlTakesIt() throws SQLException {
        List<Document> documents = Project.documents().stream()
                .filter(document -> !document.blocks("sql").isEmpty())
                .toList();
        assertThat(documents).isNotEmpty();
        try (EmbeddedPostgres postgres = started()) {
            for (Document document : documents) {
                try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
                    connection.setAutoCommit(false);
                    for (CodeBlock block : document.blocks("sql")) {
                        run(connection, block);
                    }
                    connection.rollback();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not stop", e);
        }
    }

    /** Runs what has no parameters, and has the rest checked by the server. */
    private static void run(Connection connection, CodeBlock block) throws SQLException {
        String sql = block.text().replaceAll(":#\\w+|:#\\$\\{.*?}", "?");
        try {
            if (sql.contains("?")) {
                try (PreparedStatement prepared = connection.prepareStatement(sql)) {
                    prepared.getParameterMetaData().getParameterCount();
                }
            } else {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(block + ": " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres started() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException | RuntimeException e) {
            System.err.println("THE SQL OF THE DOCUMENTS IS NOT TESTED: PostgreSQL cannot be started here: " + e);
            return Assumptions.abort("PostgreSQL cannot be started here");
        }
    }
}
