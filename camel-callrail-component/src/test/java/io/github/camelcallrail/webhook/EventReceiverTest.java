package io.github.camelcallrail.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.CapturedLog;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.monitor.EventCounts;
import io.github.camelcallrail.sandbox.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class EventReceiverTest {

    private static final String BODY =
            "{\"resource_id\":\"CAL7\",\"direction\":\"inbound\",\"duration\":\"9\",\"note\":\"\"}";
    private static final String KEY = "22222222222222222222222222222222";

    private final SettableClock clock = new SettableClock(ApiTesting.NOW);
    private final List<String> lookups = new ArrayList<>();
    private final List<ReceivedEvent> passed = new ArrayList<>();
    /** How the lookup of the first company's key fails. */
    private FailureKind failure = FailureKind.FORBIDDEN;

    private final SigningKeys keys = new SigningKeys() {
        @Override
        public Optional<String> key(String companyId) {
            lookups.add(companyId);
            if (companyId.equals("COM1")) {
                throw CallRailFailure.of(failure, "The key cannot be looked up.");
            }
            return Optional.of(KEY);
        }

        @Override
        public Optional<String> refreshed(String companyId) {
            return key(companyId);
        }
    };

    private final EventReceiver receiver = new EventReceiver(
            keys, () -> List.of("COM1", "COM2"), Set.of(EventKind.POST_CALL), new EventCounts(), clock);

    private Optional<Rejection> receive(String key, String query) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        return receiver.receive(
                new WebhookRequest(
                        body,
                        Optional.of("application/json"),
                        Optional.empty(),
                        Optional.of(Base64.getEncoder().encodeToString(mac.doFinal(body))),
                        Optional.ofNullable(query)),
                (received, event) -> passed.add(received));
    }

    @Test
    void aKeyThatCallRailDoesNotShowDoesNotHideThoseOfOtherCompanies() throws Exception {
        assertThat(receive(KEY, null)).isEmpty();

        assertThat(passed).extracting(ReceivedEvent::companyId).containsExactly(Optional.of("COM2"));
    }

    @Test
    void aWrongSignatureIsNotToldFromAnUnknownKey() throws Exception {
        assertThat(receive("forged", null)).contains(Rejection.NO_KEY);
        assertThat(receive("forged", "event=post-call&company=COM2")).contains(Rejection.WRONG_SIGNATURE);
        assertThat(passed).isEmpty();
    }

    @Test
    void noOtherKeyIsLookedUpWhileCallRailCannotBeReached() throws Exception {
        failure = FailureKind.NETWORK;

        assertThat(receive(KEY, null)).contains(Rejection.NO_KEY);
        assertThat(lookups).containsExactly("COM1");
    }

    @Test
    void requestsThatAnyoneCanSendDoNotFillTheLog() throws Exception {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        Runnable end = CapturedLog.everything(lines);
        try {
            for (int request = 0; request < 5; request++) {
                receive("forged", "event=post-call&company=COM1");
            }
            clock.advance(Duration.ofMinutes(1));
            receive("forged", "event=post-call&company=COM1");
        } finally {
            end.run();
        }

        assertThat(lines)
                .filteredOn(line -> line.contains("An event cannot be checked"))
                .hasSize(2);
    }
}
