package io.github.camelcallrail.paging;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What is fetched by another thread before it is asked for. */
final class Prefetch {

    /** What leaves a walk as it was, so that it can be asked again; a poll may ask hours after the page was fetched. */
    private static final Set<FailureKind> MAY_HAVE_PASSED = EnumSet.of(
            FailureKind.OVER_BUDGET,
            FailureKind.RATE_LIMITED,
            FailureKind.BUSY,
            FailureKind.UNAVAILABLE,
            FailureKind.NETWORK);

    private Prefetch() {}

    /** Ends what is fetched ahead when nobody reads; somebody who does all the same fetches it when he asks for it. */
    static void requireWanted(BooleanSupplier wanted) {
        if (!wanted.getAsBoolean()) {
            throw new NotWanted();
        }
    }

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
            if (e.getCause() instanceof NotWanted || early && mayHavePassed(e.getCause())) {
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
