package io.github.camelcallrail.state;

import io.github.camelcallrail.quota.UsageStore;
import java.util.Optional;
import org.apache.camel.spi.StateRepository;

/**
 * The request counts of one account, stored next to the state of consumers.
 *
 * @param account empty for requests that belong to no account
 */
record StoredRequestCounts(StateRepository<String, String> repository, String account) implements UsageStore {

    @Override
    public Optional<String> load() {
        repository.start();
        return Optional.ofNullable(repository.getState(key()));
    }

    @Override
    public void save(String text) {
        repository.setState(key(), text);
    }

    private String key() {
        return "requests/" + account;
    }

    @Override
    public String toString() {
        return "'%s' in %s".formatted(key(), repository.getClass().getSimpleName());
    }
}
