package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** What is fetched by another thread before it is asked for. */
final class Ahead {

    /** What leaves a walk as it was, so that it can be asked again; a poll may ask hours after the page was fetched. */
    private static final Set<FailureKind> MAY_HAVE_PASSED = EnumSet.of(
            FailureKind.OVER_BUDGET,
            FailureKind.RATE_LIMITED,
            FailureKind.BUSY,
            FailureKind.UNAVAILABLE,
            FailureKind.NETWORK);

    private Ahead() {}

    /**
     * Waits for it.
     *
     * @param forget drops what is of no use any more, when it failed
     * @param again fetches it now, when it had failed before anybody waited for it, in a way that may have passed since
     * @throws RuntimeException what fetching it threw
     */
    static <T> T fetched(CompletableFuture<T> begun, Runnable forget, Supplier<T> again) {
        boolean early = begun.isDone();
        try {
            return begun.get();
        } catch (ExecutionException e) {
            forget.run();
            if (early && e.getCause() instanceof CallRailFailure failure && MAY_HAVE_PASSED.contains(failure.kind())) {
                return again.get();
            }
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallRailFailure.of(
                    FailureKind.NETWORK,
                    "The thread that waits for the next page was interrupted, so it is not read on.",
                    e);
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }
}
