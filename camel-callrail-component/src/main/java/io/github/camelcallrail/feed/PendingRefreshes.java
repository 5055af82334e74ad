package io.github.camelcallrail.feed;

import io.github.camelcallrail.checkpoint.RefreshRequest;
import io.github.camelcallrail.checkpoint.RefreshRequests;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The requests to refresh records, with a flag that tells cheaply whether there may be any. Thread-safe. */
final class PendingRefreshes {

    /** Each may need two requests of the API. */
    private static final int BATCH = 100;

    private final RefreshRequests requests;
    private final AtomicBoolean maybe = new AtomicBoolean();
    private volatile boolean accepted;

    PendingRefreshes(RefreshRequests requests) {
        this.requests = requests;
    }

    /** Whether there may be requests. */
    boolean any() {
        return maybe.get();
    }

    /** Notes that there are requests. */
    void signal() {
        maybe.set(true);
    }

    /** Looks whether there are requests, which takes a read of the saved state. */
    boolean look() {
        if (!accepted) {
            requests.accept();
            accepted = true;
        }
        if (!requests.all().isEmpty()) {
            signal();
        }
        return any();
    }

    /**
     * The oldest requests, which stay until they are {@linkplain #done done}.
     *
     * @param finished those to leave out, because they only wait to be done
     */
    List<RefreshRequest> take(Collection<RefreshRequest> finished) {
        // In this order: a request that comes after the reading sets the flag again.
        maybe.set(false);
        List<RefreshRequest> all = requests.all().stream()
                .filter(request -> !finished.contains(request))
                .toList();
        if (all.size() <= BATCH) {
            return all;
        }
        signal();
        return List.copyOf(all.subList(0, BATCH));
    }

    void done(Collection<RefreshRequest> batch) {
        requests.remove(batch);
    }
}
