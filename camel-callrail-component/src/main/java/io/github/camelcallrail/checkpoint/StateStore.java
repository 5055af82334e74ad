package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.spi.StateRepository;

/**
 * The saved state of one consumer: a header under its key, and buckets of fingerprints under keys that begin with it.
 *
 * <p>What is written replaces what was read here, and nothing else: when another process has written in between, a write fails. Every
 * method fails with a {@link CallRailFailure}: of kind STORAGE when the repository fails, of kind STATE when what it holds is not what
 * was saved, of kind CONFLICT when another process has written it. Used by one thread, for one checkpoint.
 */
final class StateStore {

    private final StateRepository<String, String> repository;
    private final String key;
    /** A hash of each text that was read or written last, which is much shorter than the text. */
    private final Map<String, Long> known = new HashMap<>();

    StateStore(StateRepository<String, String> repository, String key) {
        this.repository = requireNonNull(repository, "repository is null");
        this.key = requireNonNull(key, "key is null");
    }

    String key() {
        return key;
    }

    Optional<StateHeader> header() {
        return get(key).map(saved -> {
            try {
                return HeaderJson.read(saved.text());
            } catch (JsonProcessingException | RuntimeException e) {
                throw ChecksummedText.damaged(key, "it cannot be read (" + e.getMessage() + ")");
            }
        });
    }

    void write(StateHeader header) {
        set(key, ChecksummedText.seal(HeaderJson.write(header)));
    }

    /** @param now the basis of the fingerprints that are made now */
    Optional<BucketText> bucket(String name, FingerprintBasis now) {
        return get(key(name)).map(saved -> {
            try {
                return BucketText.read(saved.format(), saved.text(), now);
            } catch (IllegalArgumentException e) {
                throw ChecksummedText.damaged(key(name), e.getMessage());
            }
        });
    }

    /** @param basis of the fingerprints in the bucket */
    void write(String name, FingerprintBucket bucket, long generation, FingerprintBasis basis) {
        set(key(name), ChecksummedText.seal(BucketText.of(bucket, generation, basis)));
    }

    /** Leaves something under a name, for {@link #holds}. */
    void mark(String name) {
        attempt("written", key(name), () -> {
            repository.setState(key(name), ChecksummedText.seal(name));
            return null;
        });
    }

    /** Whether there is anything under a name, be it damaged. */
    boolean holds(String name) {
        return saved(key(name)).isPresent();
    }

    String key(String bucket) {
        return key + "/" + bucket;
    }

    private Optional<ChecksummedText> get(String where) {
        Optional<String> text = saved(where);
        known.put(where, hash(text));
        return text.map(found -> ChecksummedText.open(where, found));
    }

    private Optional<String> saved(String where) {
        return Optional.ofNullable(attempt("read", where, () -> repository.getState(where)));
    }

    private void set(String where, String value) {
        Optional<String> current = saved(where);
        if (known.getOrDefault(where, hash(Optional.empty())) != hash(current) || !replace(where, current, value)) {
            throw CallRailFailure.of(
                    FailureKind.CONFLICT,
                    ("Another process has written the saved state '%s' since it was read here, so the current page is not"
                                    + " confirmed and is sent again by whichever process polls next. This is normal for a poll or two while one"
                                    + " process replaces another. If it lasts, two consumers share a state: give each its own 'stateKey'.")
                            .formatted(where));
        }
        known.put(where, hash(Optional.of(value)));
    }

    private boolean replace(String where, Optional<String> current, String value) {
        return attempt("written", where, () -> {
            if (repository instanceof CompareAndSetStateRepository atomic) {
                return atomic.compareAndSetState(where, current.orElse(null), value);
            }
            repository.setState(where, value);
            return true;
        });
    }

    private static long hash(Optional<String> text) {
        return text.map(Hash64::of).orElse(0L);
    }

    private static <T> T attempt(String what, String where, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw CallRailFailure.of(
                    FailureKind.STORAGE,
                    ("The saved state '%s' could not be %s: %s. What was sent since it was written last is sent again. Check that"
                                    + " the place of option 'stateDirectory' or 'stateRepository' can be reached and has room.")
                            .formatted(where, what, e.getMessage()),
                    e);
        }
    }
}
