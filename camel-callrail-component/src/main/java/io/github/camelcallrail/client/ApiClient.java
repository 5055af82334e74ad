package io.github.camelcallrail.client;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.CallRailFailure.HttpAnswer;
import io.github.camelcallrail.failure.FailureKind;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Sends a call once and reads a successful response; any other response becomes a {@link CallRailFailure}. Thread-safe.
 */
public final class ApiClient {

    private final Transport transport;
    private final Clock clock;
    private final ServerClock serverClock;

    /** @param serverClock receives the time of every successful response */
    public ApiClient(Transport transport, Clock clock, ServerClock serverClock) {
        this.transport = requireNonNull(transport, "transport is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.serverClock = requireNonNull(serverClock, "serverClock is null");
    }

    /**
     * Sends a call.
     *
     * @param answered receives the rate limit headers of a successful response before its body is read, which may
     *     already lead to the next request
     */
    public <T> Reply<T> send(ApiCall<T> call, Consumer<RateLimitHeaders> answered) {
        Instant sent = clock.instant();
        try (ApiResponse response = transport.send(call.request())) {
            Instant now = clock.instant();
            RateLimitHeaders headers = RateLimitHeaders.of(response, now);
            if (!isAnswer(call, response.status())) {
                CallRailFailure rejection = HttpFailures.of(
                        call, response.status(), ErrorText.read(response.body()).orElse(null));
                throw headers.retryAfter()
                        .map(now::plus)
                        .map(rejection::retryingAt)
                        .orElse(rejection);
            }
            // Of successful responses only, because others may come from a gateway, which has its own clock.
            serverClock.measure(response.header("date"), sent, now);
            answered.accept(headers);
            return new Reply<>(read(call, response), headers);
        } catch (IOException e) {
            throw CallRailFailure.of(
                    FailureKind.NETWORK,
                    "No complete response arrived for %s: %s".formatted(call.subject(), described(e, call.request())),
                    e);
        }
    }

    private static boolean isAnswer(ApiCall<?> call, int status) {
        return status >= 200 && status <= 299 || call.redirectIsAnswer() && status >= 300 && status <= 399;
    }

    /** The result of a call, and the rate limit headers of its response. */
    public record Reply<T>(T answer, RateLimitHeaders headers) {}

    private static String described(IOException e, ApiRequest request) {
        String message = String.valueOf(e.getMessage());
        return message.contains(request.path()) ? message : request + ": " + message;
    }

    private static <T> T read(ApiCall<T> call, ApiResponse response) throws IOException {
        try {
            return call.reader().read(response);
        } catch (UnexpectedJson e) {
            throw malformed(call, response, e.getMessage(), e.errorText());
        } catch (StreamConstraintsException e) {
            throw malformed(call, response, JsonLimits.exceeded(e));
        } catch (CharacterCodingException e) {
            throw malformed(call, response, "it is not UTF-8");
        } catch (JsonEOFException e) {
            // Jackson's exceptions are not passed on: they quote the response, which may contain personal data.
            throw new IOException("the response is incomplete");
        } catch (JsonProcessingException e) {
            throw malformed(call, response, "it is not JSON" + contentType(response));
        }
    }

    /** Names the content type, which shows a page of a proxy or a maintenance page. */
    private static String contentType(ApiResponse response) {
        return response.header("Content-Type")
                .map(type -> type.replaceFirst(";.*", "").strip())
                .filter(type -> type.matches("[\\w.+-]{1,40}/[\\w.+-]{1,60}") && !type.contains("json"))
                .map(type -> " but " + type + ", such as the page of a proxy or a login page: check option 'baseUrl'"
                        + " and the proxy")
                .orElse("");
    }

    private static CallRailFailure malformed(ApiCall<?> call, ApiResponse response, String reason) {
        return malformed(call, response, reason, null);
    }

    private static CallRailFailure malformed(ApiCall<?> call, ApiResponse response, String reason, String errorText) {
        String words = errorText == null ? "" : " It says: \"" + errorText + "\"";
        return CallRailFailure.of(
                FailureKind.MALFORMED,
                "The response for %s (%s, HTTP %s) is not what CallRail promises: %s.%s"
                        .formatted(call.subject(), call.request(), response.status(), reason, words),
                new HttpAnswer(call.request().path(), response.status(), errorText));
    }
}
