package io.github.camelcallrail.examples.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The PostgreSQL of the example: the user's own, named by {@code POSTGRES_URL} (a JDBC URL), {@code POSTGRES_USER} and {@code
 * POSTGRES_PASSWORD} in the environment; without them one that is started here, and keeps its data in a directory.
 */
final class Warehouse implements AutoCloseable {

    private final Map<String, String> properties;
    private final Optional<EmbeddedPostgres> started;

    private Warehouse(String url, String user, String password, Optional<EmbeddedPostgres> started) {
        this.properties = Map.of("warehouse.url", url, "warehouse.user", user, "warehouse.password", password);
        this.started = started;
    }

    /** @throws IllegalStateException if none is named and none can be started, which says what to do */
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
                    // It is stopped after the routes, and not at the same time.
                    .setRegisterShutdownHook(false)
                    .start();
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "PostgreSQL cannot be started in " + directory.toAbsolutePath()
                            + ". Set POSTGRES_URL, POSTGRES_USER and POSTGRES_PASSWORD for one of yours; or, if this is no"
                            + " Linux on x86-64, add -Dpostgresql.platform=darwin-arm64v8, for example. As root it starts"
                            + " only where unshare -U is allowed, and one that was killed may still be running there.",
                    e);
        }
    }

    /** What the routes refer to as {@code warehouse.*}. */
    Map<String, String> properties() {
        return properties;
    }

    /** Whether it was started here. */
    boolean isOwn() {
        return started.isPresent();
    }

    String url() {
        return properties.get("warehouse.url");
    }

    /** Stops what was started. */
    @Override
    public void close() throws IOException {
        if (started.isPresent()) {
            started.get().close();
        }
    }
}
