package io.github.camelcallrail;

import io.github.camelcallrail.checkpoint.DirectoryStateRepository;
import io.github.camelcallrail.failure.CallRailFailure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/** The places where incremental consumers of one component keep their state, and which keys are taken there. Thread-safe. */
final class StateRepositories extends ServiceSupport {

    private final StateRepository<String, String> memory = new MemoryStateRepository();
    private final Map<Path, StateRepository<String, String>> directories = new ConcurrentHashMap<>();
    private final Set<TakenKey> taken = ConcurrentHashMap.newKeySet();

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

    /** Fails when another consumer that runs has the key, because each would take the other's records for its own. */
    void take(StateRepository<String, String> repository, String key) {
        if (!taken.add(new TakenKey(repository, key))) {
            throw CallRailFailure.configuration(
                    ("Option 'stateKey' cannot be '%s': another consumer keeps its state there under that key. Give each its"
                                    + " own.")
                            .formatted(key));
        }
    }

    void free(StateRepository<String, String> repository, String key) {
        taken.remove(new TakenKey(repository, key));
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopService(directories.values());
    }

    private record TakenKey(StateRepository<String, String> repository, String key) {
        @Override
        public boolean equals(Object other) {
            return other instanceof TakenKey that && repository == that.repository && key.equals(that.key);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }
    }
}
