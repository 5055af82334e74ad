package io.github.camelcallrail.quota;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store of one account. It may fail without stopping requests. Used by one thread at a time. */
final class KeptUsage {

    private static final Logger LOG = LoggerFactory.getLogger(KeptUsage.class);

    private final String account;
    private final UsageStore store;
    private boolean loaded;
    private boolean failing;

    KeptUsage(String account, UsageStore store) {
        this.account = account;
        this.store = store;
    }

    boolean isIn(UsageStore other) {
        return store.equals(other);
    }

    /**
     * Loads what earlier processes saved; empty if there is nothing usable, if it cannot be read, and after the first
     * success.
     */
    Optional<RequestLog> load() {
        if (loaded) {
            return Optional.empty();
        }
        try {
            Optional<String> text = store.load();
            loaded = true;
            return text.flatMap(this::read);
        } catch (RuntimeException e) {
            failed("cannot be read, so requests from before this start are not counted until it can be", e);
            return Optional.empty();
        }
    }

    /** Saves a text, unless the store could not be read yet. */
    void save(String text) {
        if (!loaded) {
            return;
        }
        try {
            store.save(text);
            recovered();
        } catch (RuntimeException e) {
            failed("cannot be written, so a restart now loses the latest requests", e);
        }
    }

    private Optional<RequestLog> read(String text) {
        try {
            return Optional.of(RequestLogText.read(text));
        } catch (IllegalArgumentException e) {
            LOG.warn(
                    "The request count of {}, saved in {}, is damaged: {}. It is replaced, and requests from"
                            + " before this start are not counted: CallRail may reject some requests (HTTP 429)"
                            + " for up to a day, and the component then waits.",
                    AccountName.of(account),
                    store,
                    e.getMessage());
            return Optional.empty();
        }
    }

    private void failed(String problem, RuntimeException reason) {
        if (!failing) {
            LOG.warn(
                    "The request count of {}, saved in {}, {}: {}. CallRail may then reject some"
                            + " requests (HTTP 429), and the component waits. Check that the location is reachable and has free"
                            + " space; it is retried automatically.",
                    AccountName.of(account),
                    store,
                    problem,
                    reason.toString());
        }
        failing = true;
    }

    private void recovered() {
        if (failing) {
            LOG.info("The request count of {} is saved in {} again", AccountName.of(account), store);
        }
        failing = false;
    }
}
