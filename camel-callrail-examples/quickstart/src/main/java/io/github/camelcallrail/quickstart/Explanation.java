package io.github.camelcallrail.quickstart;

import io.github.camelcallrail.CallRailException;
import io.github.camelcallrail.failure.FailureKind.Fault;

/** Says in a sentence or two why a run failed. */
final class Explanation {

    private static final String WHERE_OPTIONS_ARE =
            "\nHere option apiKey is %s in the environment, accountId is %s, timeZone is %s."
                    .formatted(Connection.API_KEY, Connection.ACCOUNT_ID, Connection.TIME_ZONE);

    private Explanation() {}

    static String of(Throwable failure) {
        Throwable cause = failure;
        // What wraps it says only which route or file it happened in.
        while (!(cause instanceof CallRailException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        boolean options =
                cause instanceof CallRailException known && known.getKind().fault() == Fault.USER;
        return "The quickstart failed. " + text + (options ? WHERE_OPTIONS_ARE : "");
    }
}
