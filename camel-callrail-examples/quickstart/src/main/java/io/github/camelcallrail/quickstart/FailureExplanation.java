package io.github.camelcallrail.quickstart;

import io.github.camelcallrail.CallRailException;
import io.github.camelcallrail.failure.FailureKind.Fault;

/** Explains in a sentence or two why a run failed. */
final class FailureExplanation {

    private static final String WHERE_OPTIONS_ARE =
            "\nIn the quickstart, set these options in the environment: apiKey as %s, accountId as %s, timeZone as %s."
                    .formatted(Connection.API_KEY, Connection.ACCOUNT_ID, Connection.TIME_ZONE);

    private FailureExplanation() {}

    static String of(Throwable failure) {
        Throwable cause = failure;
        // The wrapping exceptions only name the route or file.
        while (!(cause instanceof CallRailException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        boolean options =
                cause instanceof CallRailException known && known.getKind().fault() == Fault.USER;
        return "The quickstart failed. " + text + (options ? WHERE_OPTIONS_ARE : "");
    }
}
