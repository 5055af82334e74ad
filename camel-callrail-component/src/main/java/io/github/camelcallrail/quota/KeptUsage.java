package io.github.camelcallrail.quota;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One store of one account, which may fail without stopping anything. Used by one thread at a time. */
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

    /** What earlier processes left; empty when they left nothing usable, when it cannot be read, and from the second time on. */
    Optional<RequestLog> load() {
        if (loaded) {
            return Optional.empty();
        }
        try {
            Optional<String> text = store.load();
            loaded = true;
            return text.flatMap(this::read);
        } catch (RuntimeException e) {
            fails("cannot be read, so requests from before this start are not counted until it can be", e);
            return Optional.empty();
        }
    }

    /** Saves a text, unless it would replace one that could not be read yet. */
    void save(String text) {
        if (!loaded) {
            return;
        }
        try {
            store.save(text);
            works();
        } catch (RuntimeException e) {
            fails("cannot be written, so a restart now forgets the latest requests", e);
        }
    }

    private Optional<RequestLog> read(String text) {
        try {
            return Optional.of(RequestLogText.read(text));
        } catch (IllegalArgumentException e) {
            LOG.warn(
                    "What account '{}' has used, kept in {}, is damaged: {}. It is replaced, and requests from before this start"
                            + " are not counted: CallRail may refuse some (HTTP 429) for up to a day, which is waited out.",
                    account,
                    store,
                    e.getMessage());
            return Optional.empty();
        }
    }

    private void fails(String how, RuntimeException reason) {
        if (!failing) {
            LOG.warn(
                    "What account '{}' has used, kept in {}, {}: {}. CallRail may then refuse some (HTTP 429), which is waited"
                            + " out. Check that the place can be reached and has room; it is tried again by itself.",
                    account,
                    store,
                    how,
                    reason.toString());
        }
        failing = true;
    }

    private void works() {
        if (failing) {
            LOG.info("What account '{}' has used is kept in {} again", account, store);
        }
        failing = false;
    }
}
