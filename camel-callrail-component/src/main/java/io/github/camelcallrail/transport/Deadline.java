package io.github.camelcallrail.transport;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How long something may take altogether, however often a little of it arrives: time-outs of a socket bound each wait only, and
 * of TLS not even that, since a record may come byte by byte. When the time is up, what it waits for is closed under the
 * waiting thread, which then fails.
 */
final class Deadline implements AutoCloseable {

    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final String expired;
    private volatile boolean isExpired;

    /**
     * Begins now, and ends when it is closed.
     *
     * @param what for the message: {@code the answer}
     * @param close what to do when the time is up; called by a thread that must not be kept waiting
     */
    Deadline(String what, Duration most, Runnable close) {
        expired = what + " took longer than " + most.toMillis() + " ms altogether";
        over.orTimeout(most.toMillis(), TimeUnit.MILLISECONDS).whenComplete((nothing, timeout) -> {
            if (timeout != null) {
                isExpired = true;
                close.run();
            }
        });
    }

    /** What to fail with instead of the failure that the closing has caused. */
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
        over.complete(null);
    }
}
