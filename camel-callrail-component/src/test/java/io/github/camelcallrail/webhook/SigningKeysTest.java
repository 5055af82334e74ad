package io.github.camelcallrail.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.client.Transport;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final String FIRST = "11111111111111111111111111111111";
    private static final String SECOND = "22222222222222222222222222222222";
    private static final String NONE = "";

    private final SettableClock clock = new SettableClock(ApiTesting.NOW);
    private final List<ApiRequest> sent = Collections.synchronizedList(new ArrayList<>());
    /** The key that CallRail has, {@link #NONE} for no integration, or the status with which it rejects. */
    private volatile String answer = FIRST;

    private final SigningKeys keys = keys(request -> {
        if (answer.length() == 3) {
            return ApiTesting.response(Integer.parseInt(answer), "{}");
        }
        String integration = "{\"id\":1,\"type\":\"Webhooks\",\"state\":\"active\",\"signing_key\":\"" + answer + "\"}";
        return ApiTesting.response(
                200, "{\"total_pages\":1,\"integrations\":[" + (answer.equals(NONE) ? "" : integration) + "]}");
    });

    private SigningKeys keys(Transport transport) {
        Transport recorded = request -> {
            sent.add(request);
            return transport.send(request);
        };
        return new LookedUpSigningKeys(ApiTesting.of(recorded, "ACC1", clock), () -> List.of("COM1", "COM2"), clock);
    }

    @Test
    void aKeyIsLookedUpOnceForEachCompany() {
        for (int event = 0; event < 3; event++) {
            assertThat(keys.key("COM1")).contains(FIRST);
            clock.advance(Duration.ofDays(1));
        }
        assertThat(sent).hasSize(1);

        answer = SECOND;
        assertThat(keys.key("COM2")).contains(SECOND);
        assertThat(keys.key("COM1")).contains(FIRST);
        assertThat(sent)
                .extracting(ApiRequest::query)
                .satisfiesExactly(query -> assertThat(query).startsWith("company_id=COM1&"), query -> assertThat(query)
                        .startsWith("company_id=COM2&"));
    }

    @Test
    void anotherCompanyIsNotLookedUp() {
        assertThat(keys.key("COM3")).isEmpty();
        assertThat(keys.refreshed("COM3")).isEmpty();
        assertThat(sent).isEmpty();
    }

    @Test
    void isRefreshedOnceAMinute() {
        keys.key("COM1");
        answer = SECOND;

        clock.advance(Duration.ofSeconds(59));
        assertThat(keys.refreshed("COM1")).as("too early").contains(FIRST);
        clock.advance(Duration.ofSeconds(1));
        assertThat(keys.refreshed("COM1")).contains(SECOND);
        assertThat(keys.key("COM1")).contains(SECOND);
        assertThat(keys.refreshed("COM1")).contains(SECOND);
        assertThat(sent).hasSize(2);
        assertThat(keys.refreshed("COM2")).as("its own minute").contains(SECOND);
        assertThat(sent).hasSize(3);
    }

    @Test
    void aClockThatIsSetBackDoesNotStopLookups() {
        keys.key("COM1");
        answer = SECOND;
        clock.set(ApiTesting.NOW.minus(Duration.ofHours(1)));

        assertThat(keys.refreshed("COM1")).contains(SECOND);
    }

    @Test
    void anUnknownKeyIsLookedUpAgainAfterAMinute() {
        answer = NONE;
        assertThat(keys.key("COM1")).isEmpty();
        answer = FIRST;
        assertThat(keys.key("COM1")).isEmpty();
        assertThat(sent).hasSize(1);

        clock.advance(CompanySigningKey.PAUSE);
        assertThat(keys.key("COM1")).contains(FIRST);
    }

    @Test
    void aCompanyThatCallRailDoesNotKnowHasNoKey() {
        answer = "404";

        assertThat(keys.key("COM1")).isEmpty();
        assertThat(keys.refreshed("COM1")).isEmpty();
        assertThat(sent).hasSize(1);
    }

    @Test
    void aFailureIsReportedAndDoesNotLoseTheKey() {
        keys.key("COM1");
        clock.advance(CompanySigningKey.PAUSE);
        answer = "403";

        CallRailFailure first = failure(() -> keys.refreshed("COM1"));
        CallRailFailure second = failure(() -> keys.refreshed("COM1"));

        assertThat(first.kind()).isEqualTo(FailureKind.FORBIDDEN);
        assertThat(first)
                .hasMessageContaining("'COM1'")
                .hasMessageContaining("'signingSecret'")
                .hasMessageNotContaining(FIRST);
        assertThat(second).isNotSameAs(first).hasMessage(first.getMessage());
        assertThat(second.httpStatus()).hasValue(403);
        assertThat(sent).hasSize(2);
        assertThat(keys.key("COM1")).contains(FIRST);

        answer = SECOND;
        clock.advance(CompanySigningKey.PAUSE_AFTER_FAILURE);
        assertThat(keys.refreshed("COM1")).contains(SECOND);
    }

    @Test
    void anEmptyAnswerDoesNotLoseTheKeyEither() {
        keys.key("COM1");
        clock.advance(CompanySigningKey.PAUSE);
        answer = NONE;

        assertThat(keys.refreshed("COM1")).contains(FIRST);
        assertThat(keys.key("COM1")).contains(FIRST);
    }

    @Test
    void aFirstFailureIsReportedForAWhile() {
        answer = "401";
        assertThat(failure(() -> keys.key("COM1")).kind()).isEqualTo(FailureKind.UNAUTHORIZED);
        assertThat(failure(() -> keys.key("COM1")).kind()).isEqualTo(FailureKind.UNAUTHORIZED);
        assertThat(sent).hasSize(1);

        answer = FIRST;
        clock.advance(CompanySigningKey.PAUSE_AFTER_FAILURE);
        assertThat(keys.key("COM1")).contains(FIRST);
    }

    @Test
    void threadsShareOneLookup() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        SigningKeys slow = keys(request -> {
            asked.countDown();
            await(answered);
            return ApiTesting.response(
                    200,
                    "{\"total_pages\":1,\"integrations\":[{\"id\":1,\"type\":\"Webhooks\",\"signing_key\":\"" + FIRST
                            + "\"}]}");
        });
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Optional<String>>> results = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                boolean refresh = thread % 2 == 0;
                results.add(threads.submit(() -> refresh ? slow.refreshed("COM1") : slow.key("COM1")));
            }
            await(asked);
            answered.countDown();

            for (Future<Optional<String>> result : results) {
                assertThat(result.get(10, TimeUnit.SECONDS)).contains(FIRST);
            }
            assertThat(sent).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anInterruptedThreadDoesNotWait() {
        keys.key("COM1");
        clock.advance(CompanySigningKey.PAUSE);
        Thread.currentThread().interrupt();

        CallRailFailure failure = failure(() -> keys.refreshed("COM1"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.kind()).isEqualTo(FailureKind.BUSY);
    }

    @Test
    void aFixedKeyIsNeverLookedUp() {
        SigningKeys fixed = SigningKeys.fixed(FIRST);

        assertThat(fixed.key("COM9")).contains(FIRST);
        assertThat(fixed.refreshed("COM9")).contains(FIRST);
        assertThat(fixed.toString()).doesNotContain(FIRST);
        assertThatThrownBy(() -> SigningKeys.fixed(" "))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.CONFIGURATION))
                .hasMessageContaining("'signingSecret'");
    }

    @Test
    void aRotatedKeyIsFoundThroughTheRealTransport() {
        try (CallRailSandbox sandbox = CallRailSandbox.builder().empty().start();
                ApiTesting api = new ApiTesting()) {
            List<String> companies = sandbox.data().ids("companies").subList(0, 2);
            companies.forEach(company -> sandbox.data()
                    .add(
                            "integrations",
                            Map.of("type", "Webhooks", "company_id", company, "state", "active", "config", Map.of())));
            SigningKeys real = new LookedUpSigningKeys(api.of(sandbox), () -> companies, clock);

            for (String company : companies) {
                assertThat(real.key(company)).contains(sandbox.webhooks().signingKey(company));
            }
            String rotated = sandbox.webhooks().rotateKey(companies.get(1));
            clock.advance(CompanySigningKey.PAUSE);
            assertThat(real.refreshed(companies.get(1))).contains(rotated);
            assertThat(real.refreshed(companies.get(0)))
                    .contains(sandbox.webhooks().signingKey(companies.get(0)));
        }
    }

    private static CallRailFailure failure(Runnable action) {
        CallRailFailure failure = catchThrowableOfType(CallRailFailure.class, action::run);
        assertThat(failure).isNotNull();
        return failure;
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IOException("nothing came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
