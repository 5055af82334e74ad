package io.github.camelcallrail.client;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.CallRailFailure.HttpAnswer;
import io.github.camelcallrail.failure.FailureKind;

/** What each HTTP status other than 2xx means, and what to do about it. Source: CallRail, "HTTP Response Codes". */
final class HttpFailures {

    private HttpFailures() {}

    static CallRailFailure of(ApiCall<?> call, int status, String errorText) {
        FailureKind kind = kind(status);
        String words = errorText == null ? "" : " \"" + errorText + "\"";
        return CallRailFailure.of(
                kind,
                "CallRail answered HTTP %s%s to %s (%s). %s"
                        .formatted(status, words, call.subject(), call.request(), advice(kind, call.subject(), status)),
                new HttpAnswer(call.request().path(), status, errorText));
    }

    private static FailureKind kind(int status) {
        return switch (status) {
            case 401 -> FailureKind.UNAUTHORIZED;
            case 403 -> FailureKind.FORBIDDEN;
            case 404 -> FailureKind.NOT_FOUND;
            case 429 -> FailureKind.RATE_LIMITED;
            default -> status >= 500 ? FailureKind.UNAVAILABLE : FailureKind.REFUSED;
        };
    }

    private static String advice(FailureKind kind, CallSubject subject, int status) {
        return switch (kind) {
            case UNAUTHORIZED ->
                "The API key is wrong or was revoked: check option 'apiKey'. Keys are created in CallRail's"
                        + " settings, under API"
                        + " keys.";
            case FORBIDDEN, NOT_FOUND ->
                "The API key's user may not see this, or it does not exist: check " + subject.access() + "."
                        + plan(kind, subject);
            case RATE_LIMITED ->
                "The account's hourly or daily request quota is used up, by this route or by others. It recovers"
                        + " by itself.";
            case UNAVAILABLE -> "CallRail is down or overloaded. The same request may succeed later.";
            case REFUSED ->
                status < 400
                        ? "It is not followed, because the API key would be sent along: check option 'baseUrl'."
                        : "Check the options of the endpoint, especially 'fields', 'filter.*' and the dates.";
            case CONFIGURATION, OVER_BUDGET, BUSY, NETWORK, MALFORMED, INCOMPLETE, STATE, STORAGE, CONFLICT ->
                throw new IllegalArgumentException("not an HTTP failure: " + kind);
        };
    }

    private static String plan(FailureKind kind, CallSubject subject) {
        return kind == FailureKind.FORBIDDEN && subject.refusedToMany()
                ? " CallRail denies this report to many accounts, whatever the user's role: CallRail's support"
                        + " can tell whether yours has it."
                : "";
    }
}
