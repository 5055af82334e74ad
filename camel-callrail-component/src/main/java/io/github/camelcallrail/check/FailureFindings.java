package io.github.camelcallrail.check;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;

/**
 * What a failed request means for a check. The message of the failure is not repeated: it may quote CallRail, and it
 * contains ids.
 */
final class FailureFindings {

    private static final String PROXY =
            "Check option 'baseUrl' and the proxy: something answers in place of CallRail, such as a login page.";

    private FailureFindings() {}

    static Finding of(CallRailFailure failure) {
        String status = failure.httpStatus().isPresent()
                ? "HTTP " + failure.httpStatus().getAsInt()
                : "no response";
        return switch (failure.kind()) {
            case UNAUTHORIZED ->
                Finding.refused(
                        "CallRail does not know the API key (" + status + ").",
                        "Check option 'apiKey'. Keys are created in CallRail's settings, under API keys.");
            case FORBIDDEN ->
                Finding.refused(
                        "The key's user may not read it (" + status + ").",
                        "Give the user a role that may, or do without. CallRail denies some reports to many accounts.");
            case NOT_FOUND ->
                Finding.refused(
                        "CallRail finds no such account, company or report for this key (" + status + ").",
                        "Check options 'accountId' and 'baseUrl', and the user's role in CallRail.");
            case REFUSED -> rejected(failure, status);
            case MALFORMED ->
                failure.getMessage().contains(Answer.HTML_PAGE)
                        ? Finding.differs("The response is an HTML page (" + status + ").", PROXY)
                        : Finding.differs(
                                "The response is not the JSON that CallRail promises (" + status + ").",
                                "If it is not a proxy or option 'baseUrl', report it as a bug with this output.");
            case NETWORK ->
                Finding.unknown(
                        "No complete response arrived (" + cause(failure) + ").",
                        "Check the network, option 'baseUrl' and the proxy, then run the check again.");
            case UNAVAILABLE ->
                Finding.unknown("CallRail is down or overloaded (" + status + ").", "Run the check again later.");
            case RATE_LIMITED, OVER_BUDGET, BUSY ->
                Finding.unknown(
                        "No request may be sent at the moment: "
                                + (failure.kind() == FailureKind.BUSY
                                        ? "others use all connections."
                                        : "the request quota or budget of the account is used up."),
                        "Run the check again later.");
            case CONFIGURATION, INCOMPLETE, STATE, STORAGE, CONFLICT ->
                Finding.unknown("The request could not be sent (" + failure.kind() + ").", "See the log.");
        };
    }

    private static Finding rejected(CallRailFailure failure, String status) {
        boolean redirect = failure.httpStatus().orElse(0) < 400;
        return redirect || failure.httpStatus().orElse(0) == 407
                ? Finding.differs("The response is not CallRail's (" + status + ").", PROXY)
                : Finding.refused(
                        "CallRail rejects the request (" + status + ").",
                        "Report it as a bug with this output: the request has only documented parameters.");
    }

    private static String cause(CallRailFailure failure) {
        return failure.getCause() == null
                ? "connection failed"
                : failure.getCause().getClass().getSimpleName();
    }
}
