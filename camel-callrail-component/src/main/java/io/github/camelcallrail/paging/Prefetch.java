package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Helpers for pages that another thread fetches before they are requested. */
final class Prefetch {

    /** Failures after which a walk can be asked again; a poll may ask hours after the page was fetched. */
    private static final Set<FailureKind> MAY_HAVE_PASSED = EnumSet.of(
            FailureKind.OVER_BUDGET,
            FailureKind.RATE_LIMITED,
            FailureKind.BUSY,
            FailureKind.UNAVAILABLE,
            FailureKind.NETWORK);

    private Prefetch() {}

    /**
     * Stops a fetch ahead if nobody reads any more. A reader who continues nevertheless fetches the page on request.
     */
    static void requireWanted(BooleanSupplier wanted) {
        if (!wanted.getAsBoolean()) {
            throw new NotWanted();
        }
    }

    /**
     * Waits for a page.
     *
     * @param forget drops other pages that are useless after a failure
     * @param fetchNow fetches the page now, if fetching it ahead had failed for a reason that may have passed since
     * @throws RuntimeException the exception that fetching it threw
     */
    static <T> T await(CompletableFuture<T> page, Runnable forget, Supplier<T> fetchNow) {
        boolean doneBefore = page.isDone();
        try {
            return page.get();
        } catch (ExecutionException e) {
            forget.run();
            if (e.getCause() instanceof NotWanted || doneBefore && mayHavePassed(e.getCause())) {
                return fetchNow.get();
            }
            throw rethrown(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CallRailFailure.of(
                    FailureKind.NETWORK,
                    "The thread that was waiting for the next page was interrupted, so reading stops.",
                    e);
        }
    }

    private static boolean mayHavePassed(Throwable cause) {
        return cause instanceof CallRailFailure failure && MAY_HAVE_PASSED.contains(failure.kind());
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }

    private static final class NotWanted extends RuntimeException {}
}
