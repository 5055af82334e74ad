package io.github.camelcallrail.transport;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A limit on the total time of an operation: the timeout of a socket limits each wait only, and with TLS not even that,
 * since a TLS record may arrive byte by byte. When the time is up, the awaited resource is closed, so that the waiting
 * thread fails.
 */
final class Deadline implements AutoCloseable {

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final String expired;
    private volatile boolean isExpired;

    /**
     * Starts now, and ends when it is closed.
     *
     * @param what the operation, for the message: {@code the response}
     * @param close the action when the time is up; called by a thread that must not be blocked
     */
    Deadline(String what, Duration most, Runnable close) {
        expired = what + " took longer than " + most.toMillis() + " ms in total";
        done.orTimeout(most.toMillis(), TimeUnit.MILLISECONDS).whenComplete((nothing, timeout) -> {
            if (timeout != null) {
                isExpired = true;
                close.run();
            }
        });
    }

    /** The failure to throw instead of the one that the closing has caused. */
    IOException explained(IOException failure) {
        if (!isExpired) {
            return failure;
        }
        SocketTimeoutException timeout = new SocketTimeoutException(expired);
        timeout.initCause(failure);
        return timeout;
    }

    @Override
    public void close() {
        done.complete(null);
    }
}
