package io.github.camelcallrail.benchmarks.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A JDK 25 on this machine, which can write an AOT cache.
 *
 * @param home its directory
 * @param version its exact version
 */
record NewerJdk(Path home, String version) {

    private static final String RELEASE = "25";

    /** The one that {@code JAVA25_HOME} names, or one beside the running JDK. */
    static Optional<NewerJdk> find() throws IOException {
        String named = System.getenv("JAVA25_HOME");
        if (named != null && !named.isEmpty()) {
            return at(Path.of(named));
        }
        Path beside = Path.of(System.getProperty("java.home")).toRealPath().getParent();
        try (Stream<Path> homes = Files.list(beside)) {
            for (Path home : homes.filter(path -> path.getFileName().toString().contains(RELEASE))
                    .sorted()
                    .toList()) {
                Optional<NewerJdk> found = at(home);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Reads the file in which every JDK says what it is. */
    static Optional<NewerJdk> at(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isReadable(release)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var text = Files.newBufferedReader(release)) {
            properties.load(text);
        }
        String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        return version.split("\\.")[0].equals(RELEASE) ? Optional.of(new NewerJdk(home, version)) : Optional.empty();
    }
}
