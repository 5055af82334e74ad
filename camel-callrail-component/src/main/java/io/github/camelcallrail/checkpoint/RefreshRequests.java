package io.github.camelcallrail.checkpoint;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.camel.spi.StateRepository;

/**
 * The records that an incremental consumer was asked to read at once, kept beside its state, so that any process that
 * shares the state can ask. A request is kept until the consumer has confirmed what it read. Thread-safe.
 */
public final class RefreshRequests {

    /** More are rejected, because nobody reads them. */
    public static final int CAPACITY = 10_000;

    /** What is stored in place of requests while no consumer takes them. */
    private static final String REFUSED = "refused";

    private final StateRepository<String, String> repository;
    private final String stateKey;
    private final String key;
    private volatile boolean started;

    /**
     * @param repository a {@link CompareAndSetStateRepository}, or one that only this process uses
     * @param stateKey the key of the consumer's state
     */
    public RefreshRequests(StateRepository<String, String> repository, String stateKey) {
        this.repository = requireNonNull(repository, "repository is null");
        this.stateKey = requireNonNull(stateKey, "stateKey is null");
        this.key = stateKey + "/refresh";
    }

    /**
     * Adds a request, in place of an earlier one for the same record. It is stored when this method returns.
     *
     * @throws CallRailFailure of kind STORAGE if it cannot be stored, or if too many are waiting; of kind CONFIGURATION
     *     if the consumer does not take requests
     */
    public void add(RefreshRequest request) {
        change(waiting -> {
            waiting.removeIf(other -> other.id().equals(request.id()));
            if (waiting.size() >= CAPACITY) {
                throw CallRailFailure.of(
                        FailureKind.STORAGE,
                        ("%s records are waiting to be refreshed, so no more are accepted. Check that the consumer"
                                        + " that keeps its state there is running and does not fail.")
                                .formatted(CAPACITY));
            }
            waiting.add(request);
            return waiting;
        });
    }

    /**
     * Removes these requests, but not later ones for the same records.
     *
     * @throws CallRailFailure of kind STORAGE if that cannot be stored
     */
    public void remove(Collection<RefreshRequest> done) {
        change(waiting -> {
            waiting.removeAll(done);
            return waiting;
        });
    }

    /**
     * The waiting requests, the oldest first.
     *
     * @throws CallRailFailure of kind STORAGE if they cannot be read; of kind STATE if they are damaged
     */
    public List<RefreshRequest> all() {
        return parse(saved());
    }

    /**
     * Has all further requests rejected, in whatever process, because the consumer reads several accounts or companies.
     *
     * @throws CallRailFailure of kind STORAGE if that cannot be stored
     */
    public void refuse() {
        replaceUnless(this::isRefused, REFUSED);
    }

    /**
     * Has requests accepted again, if they were refused.
     *
     * @throws CallRailFailure of kind STORAGE if that cannot be stored
     */
    public void accept() {
        replaceUnless(saved -> !isRefused(saved), "");
    }

    private void replaceUnless(Predicate<String> done, String text) {
        synchronized (repository) {
            String before = saved();
            while (!done.test(before) && !replace(before, ChecksummedText.seal(text))) {
                before = saved();
            }
        }
    }

    private boolean isRefused(String saved) {
        return ChecksummedText.seal(REFUSED).equals(saved);
    }

    private void requireTaken(String saved) {
        if (isRefused(saved)) {
            throw CallRailFailure.configuration(
                    ("Option 'operation=refresh' cannot use stateKey '%s': its consumer reads several accounts or"
                                    + " companies and finds changes by its polls. Refresh records of a consumer of one"
                                    + " account or company.")
                            .formatted(stateKey));
        }
    }

    private void change(UnaryOperator<List<RefreshRequest>> edit) {
        // One lock for all who share the object: without compare-and-set, they are all in this process.
        synchronized (repository) {
            boolean done = false;
            while (!done) {
                String before = saved();
                requireTaken(before);
                List<RefreshRequest> current = parse(before);
                List<RefreshRequest> after = edit.apply(new ArrayList<>(current));
                done = after.equals(current) || replace(before, text(after));
            }
        }
    }

    private boolean replace(String before, String after) {
        return attempt("written", () -> {
            if (repository instanceof CompareAndSetStateRepository atomic) {
                return atomic.compareAndSetState(key, before, after);
            }
            repository.setState(key, after);
            return true;
        });
    }

    private String saved() {
        return attempt("read", () -> {
                    open();
                    return Optional.ofNullable(repository.getState(key));
                })
                .orElse(null);
    }

    private void open() {
        if (!started) {
            repository.start();
            started = true;
        }
    }

    private List<RefreshRequest> parse(String saved) {
        if (saved == null || isRefused(saved)) {
            return List.of();
        }
        try {
            return ChecksummedText.open(key, saved)
                    .text()
                    .lines()
                    .map(RefreshRequest::read)
                    .toList();
        } catch (CallRailFailure failure) {
            throw failure;
        } catch (RuntimeException e) {
            throw ChecksummedText.damaged(key, "it cannot be parsed");
        }
    }

    private static String text(List<RefreshRequest> requests) {
        return ChecksummedText.seal(requests.stream().map(RefreshRequest::line).collect(Collectors.joining("\n")));
    }

    private <T> T attempt(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw CallRailFailure.of(
                    FailureKind.STORAGE,
                    "The refresh requests '%s' could not be %s: %s. Check that the location set by option"
                                    .formatted(key, what, e.getMessage())
                            + " 'stateDirectory' or 'stateRepository' is reachable and has free space.",
                    e);
        }
    }
}
