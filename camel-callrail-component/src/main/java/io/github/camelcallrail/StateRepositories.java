package io.github.camelcallrail;

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

/** The places where incremental consumers of one component keep their state. Thread-safe. */
final class StateRepositories extends ServiceSupport {

    private final StateRepository<String, String> memory = new MemoryStateRepository();
    private final Map<Path, DirectoryStateRepository> directories = new ConcurrentHashMap<>();

    /** The place that a configuration names. It is not asked for anything yet. */
    StateRepository<String, String> of(CallRailConfiguration configuration) {
        if (configuration.getStateRepository() != null) {
            return configuration.getStateRepository();
        }
        if (configuration.getStateDirectory() != null) {
            Path directory =
                    Path.of(configuration.getStateDirectory()).toAbsolutePath().normalize();
            return directories.computeIfAbsent(directory, DirectoryStateRepository::new);
        }
        return memory;
    }

    /**
     * Makes sure that state can be kept in a directory. Another place, such as a database, may come back by the time it is needed.
     *
     * @throws CallRailFailure of kind CONFIGURATION
     */
    void requireUsable(CallRailConfiguration configuration) {
        if (of(configuration) instanceof DirectoryStateRepository directory
                && configuration.getStateRepository() == null) {
            try {
                directory.requireUsable();
            } catch (RuntimeException e) {
                throw CallRailFailure.of(FailureKind.CONFIGURATION, "Option 'stateDirectory': " + e.getMessage(), e);
            }
        }
    }

    /** Whether that place outlives the component. */
    boolean lasts(CallRailConfiguration configuration) {
        return of(configuration) != memory;
    }

    /** What to call that place in a message. */
    String nameOf(CallRailConfiguration configuration) {
        if (configuration.getStateRepository() != null) {
            return "in " + configuration.getStateRepository().getClass().getSimpleName();
        }
        return configuration.getStateDirectory() != null
                ? "in directory "
                        + Path.of(configuration.getStateDirectory())
                                .toAbsolutePath()
                                .normalize()
                : "in memory only, so that a restart begins with the date options again (option 'stateDirectory' keeps it)";
    }

    /** What only states in the same place have. */
    Object identity(CallRailConfiguration configuration) {
        boolean directory = configuration.getStateRepository() == null && configuration.getStateDirectory() != null;
        return directory ? path(configuration) : of(configuration);
    }

    private static Path path(CallRailConfiguration configuration) {
        return Path.of(configuration.getStateDirectory()).toAbsolutePath().normalize();
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(directories.values());
    }
}
