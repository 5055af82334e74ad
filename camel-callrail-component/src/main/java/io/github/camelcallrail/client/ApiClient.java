package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.CallRailFailure.HttpAnswer;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.paging.Page;
import io.github.camelcallrail.report.ReportQuery;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.Instant;

/** Sends one request and makes a page of a good answer, a {@link CallRailFailure} of any other. Thread-safe. */
final class ApiClient {

    private final Transport transport;
    private final Clock clock;

    ApiClient(Transport transport, Clock clock) {
        this.transport = requireNonNull(transport, "transport is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    Reply get(ReportQuery query, ApiRequest request) {
        try (ApiResponse response = transport.get(request)) {
            Instant now = clock.instant();
            RateLimitHeaders headers = RateLimitHeaders.of(response, now);
            if (response.status() < 200 || response.status() > 299) {
                CallRailFailure refusal = Refusals.of(
                        query,
                        request,
                        response.status(),
                        ErrorText.read(response.body()).orElse(null));
                throw headers.retryAfter()
                        .map(now::plus)
                        .map(refusal::retryingAt)
                        .orElse(refusal);
            }
            return new Reply(read(query, request, response), headers);
        } catch (IOException e) {
            throw CallRailFailure.of(
                    FailureKind.NETWORK,
                    "No complete answer came for report '%s': %s".formatted(query.report(), said(e, request)),
                    e);
        }
    }

    /** A good answer, and what its headers say besides. */
    record Reply(Page page, RateLimitHeaders headers) {}

    private static String said(IOException e, ApiRequest request) {
        String message = String.valueOf(e.getMessage());
        return message.contains(request.path()) ? message : request + ": " + message;
    }

    private static Page read(ReportQuery query, ApiRequest request, ApiResponse response) throws IOException {
        try {
            return PageReader.read(query, response.body());
        } catch (UnexpectedAnswer e) {
            throw malformed(query, request, response, e.getMessage(), e.errorText());
        } catch (StreamConstraintsException e) {
            throw malformed(query, request, response, JsonLimits.exceeded(e));
        } catch (CharacterCodingException e) {
            throw malformed(query, request, response, "it is not UTF-8");
        } catch (JsonEOFException e) {
            // Of Jackson's exceptions nothing is passed on: they quote the answer, which may hold people's data.
            throw new IOException("the answer breaks off");
        } catch (JsonProcessingException e) {
            throw malformed(query, request, response, "it is not JSON" + instead(response));
        }
    }

    /** Often a page of a proxy or of a maintenance, which its type shows. */
    private static String instead(ApiResponse response) {
        return response.header("Content-Type")
                .map(type -> type.replaceFirst(";.*", "").strip())
                .filter(type -> type.matches("[\\w.+-]{1,40}/[\\w.+-]{1,60}") && !type.contains("json"))
                .map(type ->
                        " but " + type + ", as a proxy or a login page sends it: check option 'baseUrl' and the proxy")
                .orElse("");
    }

    private static CallRailFailure malformed(ReportQuery query, ApiRequest request, ApiResponse response, String how) {
        return malformed(query, request, response, how, null);
    }

    private static CallRailFailure malformed(
            ReportQuery query, ApiRequest request, ApiResponse response, String how, String errorText) {
        String words = errorText == null ? "" : " It says: \"" + errorText + "\"";
        return CallRailFailure.of(
                FailureKind.MALFORMED,
                "The answer for report '%s' (GET %s, HTTP %d) is not what CallRail promises: %s.%s"
                        .formatted(query.report(), request.path(), response.status(), how, words),
                new HttpAnswer(request.path(), response.status(), errorText));
    }
}
