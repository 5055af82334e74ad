package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.CallRailSandboxExtension;
import io.github.camelcallrail.sandbox.MediaRequest;
import io.github.camelcallrail.sandbox.SettableClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The files of text messages, found in the media_urls of their lists. */
class MediaDownloadTest {

    private static final SettableClock CLOCK = new SettableClock(Instant.parse("2026-03-15T16:30:20Z"));

    @RegisterExtension
    static final CallRailSandboxExtension SANDBOX =
            CallRailSandboxExtension.of(CallRailSandbox.builder().seed(7).clock(CLOCK));

    private CallRailSandbox sandbox;
    private CallRailContext context;
    private String url;
    private String message;
    private String number;

    @BeforeEach
    void start() {
        sandbox = SANDBOX.sandbox();
        context = new CallRailContext(sandbox, CLOCK);
        url = sandbox.data().ids("sms-threads").stream()
                .flatMap(thread -> sandbox.data().children("thread-messages", thread).stream())
                .flatMap(child -> ((List<?>) child.get("media_urls")).stream())
                .map(Object::toString)
                .findFirst()
                .orElseThrow();
        message = url.replaceFirst(".*/text-messages/", "").replaceFirst("/.*", "");
        number = url.replaceFirst(".*/", "");
    }

    @AfterEach
    void stop() {
        context.close();
    }

    @Test
    void aUrlOfAListLeadsToTheFile() throws Exception {
        Exchange exchange = context.request("callrail:media", Map.of(CallRailConstants.MEDIA_URL, url));

        assertThat(exchange.getException()).isNull();
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(exchange.getMessage().getBody(byte[].class)));
        assertThat(image.getWidth()).isPositive();
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(CallRailConstants.REPORT, "media")
                .containsEntry(CallRailConstants.RECORD_ID, message)
                .containsEntry(CallRailConstants.SOURCE_ACCOUNT_ID, sandbox.accountId())
                .containsEntry(Exchange.CONTENT_TYPE, "image/png")
                .containsEntry(Exchange.FILE_NAME, message + "-" + number + ".png");
        assertThat(sandbox.journal().lines())
                .containsExactly(
                        "GET /v3/a/%s/text-messages/%s/media/%s".formatted(sandbox.accountId(), message, number));
        assertThat(sandbox.media().requests())
                .singleElement()
                .satisfies(request -> assertThat(request.headers()).doesNotContainKey("authorization"))
                .extracting(MediaRequest::status)
                .isEqualTo(200);
    }

    @Test
    void idAndNumberLeadToItToo() {
        Exchange exchange = context.request(
                "callrail:media?accountId=%s&id=%s&mediaNumber=%s".formatted(sandbox.accountId(), message, number));

        assertThat(exchange.getMessage().getHeader(Exchange.FILE_NAME)).isEqualTo(message + "-" + number + ".png");
    }

    @Test
    void theFileIsRequestedFromTheBaseUrlWhateverTheUrlSays() {
        String foreign = url.replaceFirst("http://[^/]*", "https://evil.example.com");

        Exchange exchange = context.request("callrail:media", Map.of(CallRailConstants.MEDIA_URL, foreign));

        assertThat(exchange.getException()).isNull();
        assertThat(sandbox.journal().lines()).hasSize(1);
    }

    @Test
    void anUnknownMessageIsNotFound() {
        CallRailException failure = context.request(
                        "callrail:media?accountId=%s&id=SCI1&mediaNumber=0".formatted(sandbox.accountId()))
                .getException(CallRailException.class);

        assertThat(failure.getKind()).isEqualTo(FailureKind.NOT_FOUND);
        assertThat(failure).hasMessageContaining("file 0 of text message 'SCI1'");
    }

    @Test
    void withoutAFileToGetNothingIsRequested() {
        CallRailException failure = context.request("callrail:media").getException(CallRailException.class);

        assertThat(failure.getKind()).isEqualTo(FailureKind.CONFIGURATION);
        assertThat(failure).hasMessageContaining("Report 'media' needs option 'mediaUrl'");
        assertThat(sandbox.journal().lines()).isEmpty();
    }

    @Test
    void hostsAndOperationsAreCheckedAtStart() {
        assertThatThrownBy(() -> context.getEndpoint("callrail:media?mediaHosts=https://a"))
                .rootCause()
                .hasMessageStartingWith("Option 'mediaHosts' cannot contain 'https://a'.");
        assertThatThrownBy(() -> context.getEndpoint("callrail:media?operation=list"))
                .rootCause()
                .hasMessage("Option 'operation' of report 'media' cannot be 'list'. It takes: download.");
        assertThatThrownBy(() -> context.getEndpoint("callrail:media?fields=id"))
                .rootCause()
                .hasMessageStartingWith("Option 'fields' is not supported by report 'media'.");
    }
}
