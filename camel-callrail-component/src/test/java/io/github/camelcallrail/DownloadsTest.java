package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.CallRailSandboxExtension;
import io.github.camelcallrail.sandbox.Fault;
import io.github.camelcallrail.sandbox.MediaContent;
import io.github.camelcallrail.sandbox.MediaRequest;
import io.github.camelcallrail.sandbox.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings and media arrive complete or not at all, and the key goes to the API only. */
class DownloadsTest {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-03-15T16:30:20Z"));

    @RegisterExtension
    static final CallRailSandboxExtension SANDBOX =
            CallRailSandboxExtension.of(CallRailSandbox.builder().seed(7).clock(CLOCK));

    private CallRailSandbox sandbox;
    private CallRailContext context;
    private String call;

    @BeforeEach
    void start() {
        CLOCK.set(Instant.parse("2026-03-15T16:30:20Z"));
        sandbox = SANDBOX.sandbox();
        context = new CallRailContext(sandbox, CLOCK);
        call = sandbox.data()
                .ids("calls", record -> record.get("recording") != null)
                .get(0);
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void aRecordingIsAPlayableFile() throws Exception {
        Exchange exchange = recording();

        byte[] bytes = exchange.getMessage().getBody(byte[].class);
        assertThat(bytes).isEqualTo(all(sandbox.media().recording(call)));
        AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes));
        assertThat(audio.getFrameLength()).isPositive();
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(CallRailConstants.REPORT, "recording")
                .containsEntry(CallRailConstants.SOURCE_ACCOUNT_ID, sandbox.accountId())
                .containsEntry(CallRailConstants.RECORD_ID, call)
                .containsEntry(CallRailConstants.CONTENT_LENGTH, (long) bytes.length)
                .containsEntry(Exchange.CONTENT_TYPE, "audio/x-wav")
                .containsEntry(Exchange.FILE_NAME, call + ".wav");
    }

    @Test
    void oneRequestOfTheApiAndOneOfTheFileAreSentAndOnlyTheFirstHasTheKey() {
        recording();

        assertThat(sandbox.journal().lines())
                .containsExactly("GET /v3/a/" + sandbox.accountId() + "/calls/" + call + "/recording.json");
        assertThat(sandbox.media().requests())
                .extracting(MediaRequest::path)
                .containsExactly("/calls/" + call + "/recording/redirect", "/recordings/" + call + ".wav");
        assertThat(sandbox.media().requests()).allSatisfy(request -> assertThat(request.headers())
                .doesNotContainKey("authorization")
                .doesNotContainKey("cookie")
                .doesNotContainKey("range"));
        assertThat(sandbox.media().requests().toString()).doesNotContain(sandbox.apiKey());
    }

    @Test
    void aDirectLinkTakesTwoRequests() {
        sandbox.data().edit("accounts", sandbox.accountId(), Map.of("hipaa_account", true));

        recording();

        assertThat(sandbox.journal().lines()).hasSize(1);
        assertThat(sandbox.media().requests()).hasSize(1);
    }

    @Test
    void theCallMayBeGivenByTheMessage() {
        Exchange exchange = context.request(
                "callrail:recording?accountId=" + sandbox.accountId(), Map.of(CallRailConstants.ID, call));

        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo(call + ".wav");
    }

    @Test
    void theOnlyAccountIsLookedUp() {
        Exchange exchange = context.request("callrail:recording?id=" + call);

        assertThat(exchange.getException()).isNull();
        assertThat(sandbox.journal().lines()).hasSize(2);
    }

    @Test
    void audioFromTheApiItselfIsTakenToo() throws Exception {
        sandbox.media().reportAudio();

        Exchange exchange = recording();

        assertThat(exchange.getMessage().getBody(byte[].class))
                .isEqualTo(all(sandbox.media().recording(call)));
        assertThat(sandbox.media().requests()).isEmpty();
    }

    record Breaks(String name, Consumer<CallRailSandbox> faults, int requests) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Breaks> survived() {
        return Stream.of(
                new Breaks("broken once", sandbox -> broken(sandbox, 5_000), 2),
                new Breaks("broken before the first byte", sandbox -> broken(sandbox, 0), 2),
                new Breaks("broken three times", sandbox -> broken(sandbox, 5_000, 20, 3), 4),
                new Breaks(
                        "shorter than promised",
                        sandbox -> sandbox.media().faults().shorter(9),
                        2),
                new Breaks("an error", sandbox -> sandbox.media().faults().status(503), 1),
                new Breaks(
                        "broken, then a range is ignored",
                        sandbox -> {
                            broken(sandbox, 5_000);
                            sandbox.media().faults().ignoreRange();
                        },
                        2),
                new Breaks(
                        "without a length", sandbox -> sandbox.media().faults().withoutLength(), 1),
                new Breaks(
                        "of another type", sandbox -> sandbox.media().faults().contentType("binary/octet-stream"), 1));
    }

    @ParameterizedTest
    @MethodSource("survived")
    void aDownloadArrivesComplete(Breaks breaks) throws Exception {
        breaks.faults.accept(sandbox);

        Exchange exchange = retryingRecording();

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(byte[].class))
                .isEqualTo(all(sandbox.media().recording(call)));
        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo(call + ".wav");
        assertThat(sandbox.media().requests().stream()
                        .filter(request -> request.path().startsWith("/recordings/")))
                .hasSize(breaks.requests);
        assertThat(sandbox.journal().lines()).hasSize(1);
    }

    @Test
    void brokenAtTwentyRandomPlacesItIsCompleteOrFails() throws Exception {
        Random random = new Random(19);
        sandbox.media().size(call, 3_000_000);
        byte[] whole = all(sandbox.media().recording(call));
        for (int round = 0; round < 20; round++) {
            sandbox.media().faults().clear();
            for (int place = 0; place < 20; place++) {
                sandbox.media().faults().breakAfter(random.nextInt(200_000));
            }

            Exchange exchange = retryingRecording();

            if (exchange.getException() == null) {
                assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(whole);
            } else {
                assertThat(failure(exchange).getKind()).isEqualTo(FailureKind.NETWORK);
                assertThat(exchange.getMessage().getBody()).isNull();
            }
        }
    }

    @Test
    void aFileThatChangesBetweenTwoPartsIsNotMixed() throws Exception {
        broken(sandbox, 5_000);
        sandbox.media().faults().changed();

        Exchange exchange = retryingRecording();

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(byte[].class))
                .isEqualTo(all(sandbox.media().recording(call)));
    }

    @Test
    void anExpiredLinkIsRequestedAgainOnce() throws Exception {
        sandbox.data().edit("accounts", sandbox.accountId(), Map.of("hipaa_account", true));
        sandbox.media().faults().status(403);

        assertThat(recording().getException()).isNull();
        assertThat(sandbox.journal().lines()).hasSize(2);

        sandbox.media().faults().status(403);
        sandbox.media().faults().status(403);

        CallRailException failure = failure(recording());
        assertThat(failure.getKind()).isEqualTo(FailureKind.FORBIDDEN);
        assertThat(failure).hasMessageContaining("Host '127.0.0.1'").hasMessageContaining("HTTP 403");
        assertThat(sandbox.journal().lines()).hasSize(4);
    }

    @Test
    void aLinkThatExpiresDuringTheDownloadIsRenewed() throws Exception {
        sandbox.media().size(call, 2_000_000);
        broken(sandbox, 1_000_000);
        context.callrail().setSleeper(span -> CLOCK.advance(Duration.ofMinutes(6)));

        Exchange exchange = retryingRecording();

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody(byte[].class))
                .isEqualTo(all(sandbox.media().recording(call)));
    }

    record Bad(String name, Consumer<CallRailSandbox> faults, FailureKind kind, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> refused() {
        return Stream.of(
                new Bad(
                        "no link",
                        sandbox -> sandbox.media().reportNoLink(),
                        FailureKind.NOT_FOUND,
                        "there is none, or it is not ready yet"),
                new Bad(
                        "a null link",
                        sandbox -> sandbox.media().reportNullLink(),
                        FailureKind.NOT_FOUND,
                        "there is none, or it is not ready yet"),
                new Bad(
                        "a web page",
                        sandbox -> sandbox.media().faults().html(),
                        FailureKind.MALFORMED,
                        "it is a web page"),
                new Bad(
                        "a web page at the API",
                        sandbox -> sandbox.faults().always(Fault.body("text/html", "<html>")),
                        FailureKind.MALFORMED,
                        "it is a web page"),
                new Bad(
                        "a page that looks like a file",
                        sandbox -> sandbox.faults().always(Fault.body("application/octet-stream", " <html>")),
                        FailureKind.MALFORMED,
                        "it is a web page"),
                new Bad(
                        "too long",
                        sandbox -> sandbox.media().faults().longer(7),
                        FailureKind.NETWORK,
                        "did not arrive completely"),
                new Bad(
                        "neither length nor chunks",
                        sandbox -> sandbox.media().faults().untilClose(),
                        FailureKind.MALFORMED,
                        "does not say how long it is"),
                new Bad(
                        "a loop",
                        sandbox -> sandbox.media().faults().redirectForever(),
                        FailureKind.REFUSED,
                        "more than 5 redirects"),
                new Bad(
                        "plain http",
                        link("http://files.callrail.com/a.wav"),
                        FailureKind.REFUSED,
                        "host 'files.callrail.com' without https"),
                new Bad(
                        "another host",
                        link("https://files.example.com/a.wav"),
                        FailureKind.REFUSED,
                        "host 'files.example.com', which is not allowed. If it is right, add it to option 'mediaHosts'"),
                new Bad(
                        "another port",
                        link("https://app.callrail.com:8443/a.wav"),
                        FailureKind.REFUSED,
                        "with port 8443"),
                new Bad(
                        "a user name",
                        link("https://app.callrail.com@files.example.com/"),
                        FailureKind.REFUSED,
                        "or has a user name"),
                new Bad("no URL", link("https://app.callrail.com/a b"), FailureKind.REFUSED, "is not a URL"),
                new Bad("no host", link("file:///etc/hosts"), FailureKind.REFUSED, "has no host"),
                new Bad(
                        "a redirect to another host",
                        sandbox -> sandbox.media().faults().redirect("https://files.example.com/a"),
                        FailureKind.REFUSED,
                        "host 'files.example.com', which is not allowed"),
                new Bad(
                        "forbidden",
                        sandbox -> sandbox.faults().always(Fault.status(403, "")),
                        FailureKind.FORBIDDEN,
                        "HTTP 403"),
                new Bad(
                        "the API redirects to another host",
                        sandbox -> sandbox.faults().always(Fault.redirect("https://files.example.com/a")),
                        FailureKind.REFUSED,
                        "host 'files.example.com', which is not allowed"),
                new Bad(
                        "a redirect to nowhere",
                        sandbox -> sandbox.faults().always(Fault.status(302, "")),
                        FailureKind.REFUSED,
                        "answered HTTP 302 for the recording of call 'CAL"),
                new Bad(
                        "garbage",
                        sandbox -> sandbox.faults().always(Fault.body("application/json", "{\"url\":")),
                        FailureKind.NETWORK,
                        "the response is incomplete"),
                new Bad(
                        "a link that is no text",
                        sandbox -> sandbox.faults().always(Fault.body("application/json", "{\"url\":[1]}")),
                        FailureKind.MALFORMED,
                        "its 'url' is not a text"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void theFailureSaysWhatIsWrongAndNothingOfTheLink(Bad bad) {
        bad.faults.accept(sandbox);

        Exchange exchange = recording();

        CallRailException failure = failure(exchange);
        assertThat(failure).hasMessageContaining(bad.message);
        assertThat(failure.getKind()).isEqualTo(bad.kind);
        assertThat(failure.toString()).doesNotContain("Signature", "access_key", sandbox.apiKey());
        assertThat(exchange.getMessage().getBody()).isNull();
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKey(Exchange.FILE_NAME);
    }

    @Test
    void aCallWithoutARecordingSaysSo() {
        String silent = sandbox.data()
                .ids("calls", record -> record.get("recording") == null)
                .get(0);

        CallRailException failure = failure(
                context.request("callrail:recording?accountId=%s&id=%s".formatted(sandbox.accountId(), silent)));

        assertThat(failure.getKind()).isEqualTo(FailureKind.NOT_FOUND);
        assertThat(failure).hasMessageContaining("some calls have no recording");
        assertThat(sandbox.media().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1.nip.example", "localhost"})
    void aPrivateAddressIsNotContacted(String host) {
        sandbox.media().reportLink("https://" + host + "/a.wav");

        CallRailException failure = failure(context.request("callrail:recording?accountId=%s&id=%s&mediaHosts=%s"
                .formatted(sandbox.accountId(), call, "127.0.0.1.nip.example")));

        assertThat(failure.getKind()).isIn(FailureKind.REFUSED, FailureKind.NETWORK);
    }

    @Test
    void aConsumerCannotDownload() {
        assertThatThrownBy(() -> context.consume("callrail:recording?id=" + call))
                .rootCause()
                .hasMessage("'callrail:recording' gives a file and cannot be used by a consumer: send a message to the"
                        + " endpoint.");
    }

    private Exchange recording() {
        return context.request("callrail:recording?accountId=%s&id=%s".formatted(sandbox.accountId(), call));
    }

    private Exchange retryingRecording() {
        return context.request(
                "callrail:recording?accountId=%s&id=%s&maxRetries=3".formatted(sandbox.accountId(), call));
    }

    private static Consumer<CallRailSandbox> link(String url) {
        return sandbox -> sandbox.media().reportLink(url);
    }

    /** Breaks the next responses with the file after so many bytes. */
    private static void broken(CallRailSandbox sandbox, long... bytes) {
        for (long count : bytes) {
            sandbox.media().faults().breakAfter(count);
        }
    }

    private static byte[] all(MediaContent content) throws IOException {
        try (InputStream stream = content.stream()) {
            return stream.readAllBytes();
        }
    }

    private static CallRailException failure(Exchange exchange) {
        return exchange.getException(CallRailException.class);
    }
}
