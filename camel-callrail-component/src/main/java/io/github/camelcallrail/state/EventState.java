package io.github.camelcallrail.state;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.checkpoint.ListableStateRepository;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.List;
import org.apache.camel.spi.StateRepository;

/**
 * Where received events are stored until they are processed.
 *
 * @param repository the repository
 * @param key tells these events from those of other routes in the same repository
 */
public record EventState(ListableStateRepository repository, String key, Object location, StatesInUse statesInUse) {

    private static final String DEFAULT_KEY = "events";

    public EventState {
        requireNonNull(repository, "repository is null");
        requireNonNull(key, "key is null");
        requireNonNull(location, "location is null");
        requireNonNull(statesInUse, "statesInUse is null");
    }

    /**
     * The place that the options name.
     *
     * @throws CallRailFailure of kind CONFIGURATION if events cannot be kept there
     */
    public static EventState of(StateLocation location, StateRepositories repositories, StatesInUse statesInUse) {
        StateRepository<String, String> repository = repositories.of(location);
        if (!(repository instanceof ListableStateRepository listable)) {
            throw CallRailFailure.configuration(
                    ("Option 'stateRepository' is a %s, which cannot list what it holds, so events cannot be stored"
                                    + " there. Use a JdbcStateRepository, or option 'stateDirectory'.")
                            .formatted(repository.getClass().getSimpleName()));
        }
        repositories.requireUsable(location);
        return new EventState(
                listable, location.key().orElse(DEFAULT_KEY), repositories.identity(location), statesInUse);
    }

    /**
     * Claims the place for one route.
     *
     * @throws CallRailFailure of kind CONFIGURATION if another route has claimed it
     */
    public void claim() {
        statesInUse.claim(place(), key);
    }

    /**
     * Opens the place, which must be done once before events are stored.
     *
     * @throws CallRailFailure of kind STORAGE if it cannot be opened now
     */
    public void open() {
        try {
            repository.start();
        } catch (RuntimeException e) {
            throw CallRailFailure.of(
                    FailureKind.STORAGE,
                    ("The storage of events cannot be opened: %s. Check that the location set by option"
                                    + " 'stateDirectory' or 'stateRepository' is reachable.")
                            .formatted(e.getMessage()),
                    e);
        }
    }

    public void release() {
        statesInUse.release(place(), key);
    }

    /** An incremental consumer may use the same key in the same repository. */
    private Object place() {
        return List.of(location, "events");
    }
}
