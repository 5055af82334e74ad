package io.github.camelcallrail.webhook;

import static java.util.Objects.requireNonNull;

import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What to do if the URLs of a company cannot be changed by the API.
 *
 * @param companyId the company
 * @param urls the URLs of this application
 * @param action what was attempted
 */
record RegistrationFailures(String companyId, List<EventUrl> urls, Action action) {

    private static final String SETTINGS = "in CallRail, choose the company, then Settings, Integrations, Webhooks";

    enum Action {
        REGISTER("registered"),
        UNREGISTER("removed");

        private final String participle;

        Action(String participle) {
            this.participle = participle;
        }
    }

    RegistrationFailures {
        requireNonNull(companyId, "companyId is null");
        urls = List.copyOf(urls);
        requireNonNull(action, "action is null");
    }

    /** Explains why the integration could not be read. */
    CallRailFailure whenRead(CallRailFailure failure) {
        return failure.kind() == FailureKind.FORBIDDEN ? forbidden(failure) : failure;
    }

    /** Explains why the integration could not be written. */
    CallRailFailure whenWritten(CallRailFailure failure) {
        return switch (failure.kind()) {
            case FORBIDDEN -> forbidden(failure);
            case REFUSED -> failure.explained(FailureKind.REFUSED, notDone(failure) + ". " + advice());
            case UNAVAILABLE, NETWORK, MALFORMED ->
                failure.explained("It is unknown whether this request had an effect, so it is not repeated. The next"
                        + " attempt reads the integration first and changes only what is missing.");
            default -> failure;
        };
    }

    /** The integration had other URLs than were written, again and again. */
    CallRailFailure overwritten(int writes) {
        return CallRailFailure.of(
                FailureKind.CONFLICT,
                ("%s: their integration was written %s times, and each time it had other URLs afterwards. Another"
                                + " application seems to write it at the same time, and a URL of that one may be"
                                + " missing too. Stop the other one and restart this route, or change the URLs by hand"
                                + " (%s) and set option 'webhookAutoRegister' to false.")
                        .formatted(notDone(), writes, SETTINGS));
    }

    /** The integration was written, but is not in the list. */
    CallRailFailure missingAfterwards() {
        return CallRailFailure.of(
                FailureKind.MALFORMED,
                ("%s: CallRail accepted the integration, but does not list it for the company. Check option 'companyId'"
                                + " (now '%s').")
                        .formatted(notDone(), companyId));
    }

    private CallRailFailure forbidden(CallRailFailure failure) {
        return failure.explained(
                FailureKind.FORBIDDEN,
                ("%s, because the API key's user, or the account, may not read and change integrations by the API."
                                + " Change them by hand: %s. %s")
                        .formatted(notDone(failure), SETTINGS, byHand()));
    }

    private String byHand() {
        String each = urls.stream()
                .map(url ->
                        "for event %s the URL %s".formatted(url.mark().kind().text(), url))
                .collect(Collectors.joining("; "));
        boolean hidden = urls.stream().anyMatch(url -> !url.toString().equals(url.text()));
        String shown = hidden
                ? " Values from the query of option 'webhookExternalUrl' are shown as xxxxxx: insert yours."
                : "";
        return action == Action.REGISTER
                ? "Add " + each + "." + shown + " Then set option 'webhookAutoRegister' to false and option"
                        + " 'signingSecret' to the signing key shown there."
                : "Remove " + each + "." + shown + " Then set option 'webhookUnregister' to false.";
    }

    private String advice() {
        return ("Check option 'webhookExternalUrl', because CallRail must be able to reach the URLs %s from the"
                        + " internet. What others registered was sent unchanged: check that too (%s).")
                .formatted(urls, SETTINGS);
    }

    private String notDone() {
        return "The webhooks of company '%s' are not %s".formatted(companyId, action.participle);
    }

    private String notDone(CallRailFailure failure) {
        return "%s: CallRail answered HTTP %s%s to %s"
                .formatted(
                        notDone(),
                        failure.httpStatus().isPresent() ? failure.httpStatus().getAsInt() : "",
                        failure.errorText().map(text -> " \"" + text + "\"").orElse(""),
                        failure.requestPath().orElse(""));
    }
}
