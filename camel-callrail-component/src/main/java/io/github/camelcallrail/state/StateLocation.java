package io.github.camelcallrail.state;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.camel.spi.StateRepository;

/**
 * Where the options of an endpoint say to keep state. A repository takes precedence over a directory; with neither,
 * state is kept in memory.
 *
 * @param repository option {@code stateRepository}
 * @param directory option {@code stateDirectory}, absolute and normalized
 * @param key option {@code stateKey}
 */
public record StateLocation(
        Optional<StateRepository<String, String>> repository, Optional<Path> directory, Optional<String> key) {

    public StateLocation {
        requireNonNull(repository, "repository is null");
        requireNonNull(key, "key is null");
        directory = directory.map(path -> path.toAbsolutePath().normalize());
    }

    /** Each value is null if the option is not set. */
    public static StateLocation of(StateRepository<String, String> repository, String directory, String key) {
        return new StateLocation(
                Optional.ofNullable(repository),
                Optional.ofNullable(directory).map(Path::of),
                Optional.ofNullable(key));
    }

    /** The directory, unless a repository takes precedence. */
    Optional<Path> usedDirectory() {
        return repository.isPresent() ? Optional.empty() : directory;
    }
}
