package io.github.camelcallrail.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.client.ApiRequest.Method;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.quota.AccountPauses;
import io.github.camelcallrail.quota.CountedRequestBudget;
import io.github.camelcallrail.quota.Limits;
import io.github.camelcallrail.reader.ReadingObserver;
import io.github.camelcallrail.sandbox.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a call is sent again depends on the call, and not on its failure alone. */
class ApiCallTest {

    private static final CallSubject TAG = new CallSubject("the tag to create", "option 'accountId'", false);

    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    private final List<ApiRequest> sent = new ArrayList<>();
    private final AccountPauses pauses = new AccountPauses(new Random(1));

    @ParameterizedTest
    @CsvSource({
        // the first answer, whether the call is repeatable, requests, what becomes of it
        "200,    true,  1, created",
        "200,    false, 1, created",
        "503,    true,  2, created",
        "503,    false, 1, UNAVAILABLE",
        "429,    true,  2, created",
        "429,    false, 2, created",
        "422,    true,  1, REFUSED",
        "422,    false, 1, REFUSED",
        "broken, true,  2, created",
        "broken, false, 1, NETWORK",
        "odd,    true,  2, created",
        "odd,    false, 1, MALFORMED"
    })
    void isSentAgainWhereThatDoesNoHarm(String first, boolean repeatable, int requests, String outcome) {
        ApiRequest request = new ApiRequest(
                repeatable ? Method.PUT : Method.POST, "/v3/a/ACC1/tags.json", "", Optional.of("{\"name\":\"New\"}"));
        ApiCall<String> call = new ApiCall<>("ACC1", TAG, request, repeatable, false, response -> {
            String text = new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
            if (text.equals("odd")) {
                throw new UnexpectedJson("it is odd");
            }
            return text;
        });

        assertThat(result(client(first), call)).isEqualTo(outcome);
        assertThat(sent).hasSize(requests).containsOnly(request);
    }

    @Test
    void whatTheHeadersSayIsKnownBeforeTheBodyIsRead() {
        List<Optional<Instant>> pausedUntil = new ArrayList<>();
        Transport transport = request -> new ApiResponse(
                200,
                Map.of("x-rate-limit-hourly-allowed", "1000", "x-rate-limit-hourly-used", "1000", "retry-after", "60"),
                new ByteArrayInputStream("created".getBytes(StandardCharsets.UTF_8)));
        ApiRequest request = new ApiRequest(Method.GET, "/v3/a/ACC1/tags.json", "", Optional.empty());
        ApiCall<String> call = ApiCall.get("ACC1", TAG, request, body -> {
            pausedUntil.add(pauses.until("ACC1", NOW));
            return "read";
        });

        client(transport).send(call);

        assertThat(pausedUntil).containsExactly(Optional.of(NOW.plusSeconds(60)));
    }

    private static String result(RetryingClient client, ApiCall<String> call) {
        try {
            return client.send(call);
        } catch (CallRailFailure failure) {
            assertThat(failure).hasMessageContaining("the tag to create");
            return failure.kind().name();
        }
    }

    private RetryingClient client(String first) {
        Transport transport = request -> {
            sent.add(request);
            return answer(sent.size() == 1 ? first : "200");
        };
        return client(transport);
    }

    private RetryingClient client(Transport transport) {
        RequestPolicy policy = new RequestPolicy(
                new CountedRequestBudget(),
                pauses,
                new Limits(100, 100),
                Duration.ofMinutes(5),
                new ConnectionWait(Duration.ZERO, "budgetWait"),
                new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofMinutes(5)),
                () -> true,
                ReadingObserver.NONE);
        SettableClock clock = new SettableClock(NOW);
        return new RetryingClient(
                new ApiClient(transport, clock, new ServerClock(URI.create("https://api.callrail.com"))),
                ConnectionPermits.UNLIMITED,
                policy,
                clock,
                clock::advance);
    }

    private static ApiResponse answer(String kind) throws IOException {
        return switch (kind) {
            case "broken" -> throw new IOException("the connection was reset");
            case "odd" -> response(200, "odd");
            case "200" -> response(200, "created");
            default -> response(Integer.parseInt(kind), "{}");
        };
    }

    private static ApiResponse response(int status, String body) {
        return new ApiResponse(status, Map.of(), new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
