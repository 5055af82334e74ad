package io.github.camelcallrail.state;

import io.github.camelcallrail.checkpoint.DirectoryStateRepository;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/** The repositories in which incremental consumers of one component keep their state. Thread-safe. */
public final class StateRepositories extends ServiceSupport {

    private final StateRepository<String, String> memory = new MemoryStateRepository();
    private final Map<Path, DirectoryStateRepository> directories = new ConcurrentHashMap<>();

    /** The repository of a location; it is not started. */
    public StateRepository<String, String> of(StateLocation location) {
        return location.repository()
                .or(() -> location.directory()
                        .map(path -> directories.computeIfAbsent(path, DirectoryStateRepository::new)))
                .orElse(memory);
    }

    /**
     * Fails if a directory cannot keep state. Other repositories are not checked: a database, say, may be available
     * again when it is needed.
     *
     * @throws CallRailFailure of kind CONFIGURATION
     */
    public void requireUsable(StateLocation location) {
        if (location.usedDirectory().isPresent() && of(location) instanceof DirectoryStateRepository directory) {
            try {
                directory.requireUsable();
            } catch (RuntimeException e) {
                throw CallRailFailure.of(FailureKind.CONFIGURATION, "Option 'stateDirectory': " + e.getMessage(), e);
            }
        }
    }

    /** Whether state in a location outlives the component. */
    public boolean lasts(StateLocation location) {
        return of(location) != memory;
    }

    /** The location in words, for messages. */
    public String nameOf(StateLocation location) {
        return location.repository()
                .map(repository -> "in " + repository.getClass().getSimpleName())
                .or(() -> location.directory().map(path -> "in directory " + path))
                .orElse("in memory only, so a restart begins with the date options again (option 'stateDirectory'"
                        + " keeps it)");
    }

    /** An object that is equal for locations with the same states, and only for these. */
    Object identity(StateLocation location) {
        return location.usedDirectory().<Object>map(path -> path).orElseGet(() -> of(location));
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(directories.values());
    }
}
