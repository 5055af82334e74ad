package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.spi.StateRepository;

/**
 * The saved state of one consumer: a header under its key, and buckets of fingerprints under keys that begin with it.
 *
 * <p>Every method fails with a {@link CallRailFailure}: of kind STORAGE when the repository fails, of kind STATE when what it
 * holds is not what was saved.
 */
final class StateStore {

    private final StateRepository<String, String> repository;
    private final String key;

    StateStore(StateRepository<String, String> repository, String key) {
        this.repository = requireNonNull(repository, "repository is null");
        this.key = requireNonNull(key, "key is null");
    }

    String key() {
        return key;
    }

    Optional<StateHeader> header() {
        return get(key).map(text -> {
            try {
                return HeaderJson.read(text);
            } catch (JsonProcessingException | RuntimeException e) {
                throw Sealed.damaged(key, "it cannot be read (" + e.getMessage() + ")");
            }
        });
    }

    void write(StateHeader header) {
        set(key, Sealed.seal(HeaderJson.write(header)));
    }

    Optional<Bucket.Saved> bucket(String name, String columns) {
        return get(key(name)).map(text -> {
            try {
                return Bucket.of(text, columns);
            } catch (IllegalArgumentException e) {
                throw Sealed.damaged(key(name), e.getMessage());
            }
        });
    }

    void write(String name, Bucket bucket, long generation, String columns) {
        set(key(name), Sealed.seal(bucket.text(generation, columns)));
    }

    /** Leaves something under a name, for {@link #holds}. */
    void mark(String name) {
        set(key(name), Sealed.seal(name));
    }

    /** Whether there is anything under a name, be it damaged. */
    boolean holds(String name) {
        return saved(key(name)).isPresent();
    }

    String key(String bucket) {
        return key + "/" + bucket;
    }

    private Optional<String> get(String where) {
        return saved(where).map(text -> Sealed.open(where, text));
    }

    private Optional<String> saved(String where) {
        return Optional.ofNullable(attempt("read", where, () -> repository.getState(where)));
    }

    private void set(String where, String value) {
        attempt("written", where, () -> {
            repository.setState(where, value);
            return null;
        });
    }

    private static <T> T attempt(String what, String where, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw CallRailFailure.of(
                    FailureKind.STORAGE,
                    ("The saved state '%s' could not be %s: %s. What was sent since it was written last comes again. Check that"
                                    + " the place of option 'stateDirectory' or 'stateRepository' can be reached and has room.")
                            .formatted(where, what, e.getMessage()),
                    e);
        }
    }
}
