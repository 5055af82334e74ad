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
 * The saved state of one consumer: a header under its key, and buckets of fingerprints under keys that start with it.
 *
 * <p>A write replaces only what was read here: if another process has written in between, the write fails. All failures
 * are {@link CallRailFailure}s: of kind STORAGE if the repository fails, of kind STATE if the saved state is damaged,
 * of kind CONFLICT if another process has written it. Used by one thread, for one checkpoint.
 */
final class StateStore {

    private static final String ZONE = "zone";

    private final StateRepository<String, String> repository;
    private final String key;
    /** The hash of each text last read or written, because texts are long. */
    private final Map<String, Long> known = new HashMap<>();
    /** The generation of each bucket last read, by its name. */
    private final Map<String, Long> generations = new HashMap<>();

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
                throw ChecksummedText.damaged(key, "it cannot be parsed (" + e.getMessage() + ")");
            }
        });
    }

    void write(StateHeader header) {
        set(key, ChecksummedText.seal(HeaderJson.write(header)));
    }

    /** @param now the basis of the fingerprints compared now */
    Optional<BucketText> bucket(String name, FingerprintBasis now) {
        return get(key(name)).map(saved -> {
            try {
                BucketText bucket = BucketText.read(saved.format(), saved.text(), now);
                generations.put(name, bucket.generation());
                return bucket;
            } catch (IllegalArgumentException e) {
                throw ChecksummedText.damaged(key(name), e.getMessage());
            }
        });
    }

    /**
     * Writes a bucket, with the generation that was read if that is higher: another process may have confirmed several
     * pages between the reading of the header and that of the bucket, and its header names that generation.
     *
     * @param basis the basis of the fingerprints in the bucket
     */
    void write(String name, FingerprintBucket bucket, long generation, FingerprintBasis basis) {
        long highest = Math.max(generation, generations.getOrDefault(name, generation));
        set(key(name), ChecksummedText.seal(BucketText.of(bucket, highest, basis)));
    }

    /** Saves a mark under a name, for {@link #holds}. */
    void mark(String name) {
        put(name, name);
    }

    /** Saves a text under a name, whatever is saved there. */
    private void put(String name, String text) {
        attempt("written", key(name), () -> {
            repository.setState(key(name), ChecksummedText.seal(text));
            return null;
        });
    }

    /** The zone that was looked up; empty if none is saved, or it is damaged, since CallRail can be asked again. */
    Optional<SavedZone> zone() {
        return saved(key(ZONE)).flatMap(ChecksummedText::ifIntact).flatMap(saved -> SavedZone.of(saved.text()));
    }

    void write(SavedZone zone) {
        put(ZONE, zone.text());
    }

    /** Whether anything is saved under a name, even if it is damaged. */
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
                    ("Another process has written the saved state '%s' since it was read here, so the current"
                                    + " page is not confirmed, and the next process to poll sends it again. This is"
                                    + " normal for a poll or two while one process replaces another. If it persists, two"
                                    + " consumers share a state: set a different 'stateKey' on each.")
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
        // Two hashes that the JVM computes fast: texts are long, and are hashed after each page.
        return text.map(found -> (long) ChecksummedText.checksum(found) << Integer.SIZE
                        | Integer.toUnsignedLong(found.hashCode()))
                .orElse(0L);
    }

    private static <T> T attempt(String what, String where, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw CallRailFailure.of(
                    FailureKind.STORAGE,
                    ("The saved state '%s' could not be %s: %s. Records sent since it was last written are sent"
                                    + " again. Check that the location set by option 'stateDirectory' or"
                                    + " 'stateRepository' is reachable and has free space.")
                            .formatted(where, what, e.getMessage()),
                    e);
        }
    }
}
