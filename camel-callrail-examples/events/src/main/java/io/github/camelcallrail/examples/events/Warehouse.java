package io.github.camelcallrail.examples.events;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The PostgreSQL of the example: the user's own, set by {@code POSTGRES_URL} (a JDBC URL), {@code POSTGRES_USER} and
 * {@code POSTGRES_PASSWORD} in the environment; or else one that is started here and stores its data in a directory.
 */
final class Warehouse implements AutoCloseable {

    private final Map<String, String> properties;
    private final Optional<EmbeddedPostgres> started;

    private Warehouse(String url, String user, String password, Optional<EmbeddedPostgres> started) {
        this.properties = Map.of("warehouse.url", url, "warehouse.user", user, "warehouse.password", password);
        this.started = started;
    }

    /** @throws IllegalStateException if none is configured and none can be started; the message says what to do */
    static Warehouse of(Map<String, String> environment, Path directory) {
        String url = environment.getOrDefault("POSTGRES_URL", "").strip();
        if (url.isEmpty()) {
            EmbeddedPostgres postgres = start(directory);
            return new Warehouse(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "", Optional.of(postgres));
        }
        return new Warehouse(
                url,
                environment.getOrDefault("POSTGRES_USER", ""),
                environment.getOrDefault("POSTGRES_PASSWORD", ""),
                Optional.empty());
    }

    private static EmbeddedPostgres start(Path directory) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(directory.toAbsolutePath())
                    .setCleanDataDirectory(false)
                    // PostgreSQL must stop after the routes, not at the same time.
                    .setRegisterShutdownHook(false)
                    .start();
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "PostgreSQL cannot be started in " + directory.toAbsolutePath()
                            + ". Set POSTGRES_URL, POSTGRES_USER and POSTGRES_PASSWORD to use your own; or, if this"
                            + " is not Linux on x86-64, add for example -Dpostgresql.platform=darwin-arm64v8. As root"
                            + " it starts only where unshare -U is allowed. A killed process may still be running there.",
                    e);
        }
    }

    /** The properties {@code warehouse.*} that the routes refer to. */
    Map<String, String> properties() {
        return properties;
    }

    /** Whether this PostgreSQL was started here. */
    boolean isOwn() {
        return started.isPresent();
    }

    String url() {
        return properties.get("warehouse.url");
    }

    /** Stops PostgreSQL if it was started here. */
    @Override
    public void close() throws IOException {
        if (started.isPresent()) {
            started.get().close();
        }
    }
}
