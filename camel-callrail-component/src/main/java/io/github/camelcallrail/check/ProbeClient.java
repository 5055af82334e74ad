package io.github.camelcallrail.check;

import io.github.camelcallrail.catalogue.Report;
import io.github.camelcallrail.client.ApiCall;
import io.github.camelcallrail.client.ApiClient;
import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.client.CallSubject;
import io.github.camelcallrail.client.RateLimitHeaders;
import io.github.camelcallrail.client.RetryingClient;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sends the requests of one check, until it is clear that no further one can succeed. Used by one thread at a time.
 *
 * @see Answer
 */
final class ProbeClient {

    /** So that a check against a dead server ends before every request has timed out. */
    private static final int MOST_UNANSWERED = 3;

    private final RetryingClient client;
    private final String apiVersion;
    private Optional<String> ended = Optional.empty();
    private Optional<RateLimitHeaders> headers = Optional.empty();
    private int unanswered;

    ProbeClient(RetryingClient client, String apiVersion) {
        this.client = client;
        this.apiVersion = apiVersion;
    }

    /**
     * Requests one page of a report.
     *
     * @param account empty for the list of accounts
     * @throws CallRailFailure if it fails
     * @throws ProbeSkipped if it is not sent
     */
    Answer get(Report report, String account, Map<String, String> parameters) {
        requireOpen();
        try {
            ApiClient.Reply<Answer> reply = client.reply(call(report, account, parameters));
            headers = Optional.of(reply.headers());
            unanswered = 0;
            return reply.answer();
        } catch (CallRailFailure failure) {
            note(failure);
            throw failure;
        }
    }

    /** @throws ProbeSkipped if no further request is sent */
    void requireOpen() {
        ended.ifPresent(reason -> {
            throw new ProbeSkipped(reason);
        });
    }

    /** Sends no further request. @param reason why, as the end of a sentence */
    void end(String reason) {
        ended = ended.or(() -> Optional.of(reason));
    }

    /** The rate limit headers of the latest successful response; empty before the first. */
    Optional<RateLimitHeaders> headers() {
        return headers;
    }

    boolean isVersion(String version) {
        return apiVersion.equals(version);
    }

    private void note(CallRailFailure failure) {
        if (failure.kind().postpones()) {
            end("no further request may be sent at the moment");
        } else if (failure.kind() == FailureKind.UNAUTHORIZED) {
            end("CallRail does not accept the key");
        } else if (failure.kind() == FailureKind.NETWORK && ++unanswered == MOST_UNANSWERED) {
            end("several requests in a row got no complete response");
        }
    }

    private ApiCall<Answer> call(Report report, String account, Map<String, String> parameters) {
        String path = "/" + apiVersion + report.path().replace("{account}", ApiRequest.encoded(account));
        String query = parameters.entrySet().stream()
                .map(parameter ->
                        ApiRequest.encoded(parameter.getKey()) + "=" + ApiRequest.encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return ApiCall.get(
                account,
                new CallSubject("report '" + report + "'", "the user's role in CallRail", false),
                ApiRequest.get(path, query),
                response -> Answer.read(response.body()));
    }
}
