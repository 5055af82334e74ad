package io.github.camelcallrail.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelcallrail.CallRailConstants;
import io.github.camelcallrail.report.CallRailRecord;
import io.github.camelcallrail.sandbox.CallRailSandbox;
import io.github.camelcallrail.sandbox.WebhookDelivery;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Spring Boot application may rely on when it receives events, whichever servlet receives them. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EventsTesting {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MAX_SIZE = 20_000;

    /** With what an encoder has to escape. */
    private static final String NOTE = "50 % & a+b = \"Zoë\" ~*-._ €";

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private CallRailSandbox sandbox;
    private EventsApplication application;

    /** The component that receives requests. */
    abstract String receiver();

    EventsApplication application() {
        return application;
    }

    @BeforeAll
    void start() throws Exception {
        sandbox = CallRailSandbox.builder().seed(11).empty().start();
        application = EventsApplication.start(sandbox, receiver(), "&maxEventSize=" + MAX_SIZE);
    }

    @AfterAll
    void stop() {
        if (application != null) {
            application.close();
        }
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anEventArrivesAsARecord(boolean form) {
        int before = application.events().size();
        if (form) {
            sandbox.webhooks().faults().formEncoded();
        }
        String id = call();

        assertThat(lastDelivery().status()).isEqualTo(200);
        assertThat(application.events()).hasSize(before + 1);
        Message message = application.events().get(before).getMessage();
        assertThat(message.getHeaders())
                .containsEntry(CallRailConstants.EVENT, "post-call")
                .containsEntry(CallRailConstants.RECORD_ID, id)
                .doesNotContainKeys("Signature", "signature", "note");
        assertThat(message.getBody(CallRailRecord.class))
                .containsEntry("id", id)
                .containsEntry("duration", 9)
                .containsEntry("note", NOTE);
    }

    private String call() {
        String company = sandbox.data().ids("companies").get(0);
        String id = sandbox.data()
                .add("calls", Map.of("company_id", company, "direction", "inbound", "duration", 9, "note", NOTE));
        assertThat(sandbox.webhooks().awaitIdle(Duration.ofSeconds(30))).isTrue();
        sandbox.webhooks().faults().clear();
        return id;
    }

    private WebhookDelivery lastDelivery() {
        List<WebhookDelivery> deliveries = sandbox.webhooks().deliveries();
        return deliveries.get(deliveries.size() - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "tamper, false, 403",
        "tamper, true, 403",
        "wrongKey, false, 403",
        "wrongKey, true, 403",
        "unsigned, false, 401",
        "unsigned, true, 401"
    })
    void whatCallRailHasNotSignedIsRejected(String fault, boolean form, int status) throws Exception {
        int before = application.events().size();
        if (form) {
            sandbox.webhooks().faults().formEncoded();
        }
        sandbox.webhooks()
                .faults()
                .getClass()
                .getMethod(fault)
                .invoke(sandbox.webhooks().faults());

        call();

        assertThat(lastDelivery().status()).isEqualTo(status);
        assertThat(application.events()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {JSON, FORM})
    void itsSizeIsLimited(String type) throws Exception {
        String start = type.equals(JSON) ? "{\"id\":\"CAL7\",\"note\":\"" : "id=CAL7&note=";
        String end = type.equals(JSON) ? "\"}" : "";
        String largest = start + "x".repeat(MAX_SIZE - start.length() - end.length()) + end;

        assertThat(send(post(type, largest))).isEqualTo(200);
        assertThat(send(post(type, largest.replace("x\"}", "xx\"}").replaceAll("x$", "xx"))))
                .isEqualTo(413);
    }

    @Test
    void bytesThatNoEncoderWouldWriteStayAsTheyAre() throws Exception {
        int before = application.events().size();
        String body = "id=CAL%38&note=a%20b+%7e&duration=&note=%e2%82%ac";

        assertThat(send(post(FORM, body))).isEqualTo(200);

        List<Exchange> events = application.events();
        assertThat(events).hasSize(before + 1);
        assertThat(events.get(before).getMessage().getBody(CallRailRecord.class))
                .containsEntry("id", "CAL8");
    }

    @ParameterizedTest
    @CsvSource({"gzip, 415", "deflate, 415", "identity, 200"})
    void noneIsDecompressed(String encoding, int status) throws Exception {
        HttpRequest.Builder request = post(JSON, "{\"id\":\"CAL9\"}").header("Content-Encoding", encoding);

        assertThat(send(request)).isEqualTo(status);
    }

    @Test
    void onlyPostIsAllowed() throws Exception {
        assertThat(send(HttpRequest.newBuilder(url()).GET())).isEqualTo(405);
    }

    private URI url() {
        return URI.create(application.url() + "?event=post-call&company="
                + sandbox.data().ids("companies").get(0));
    }

    private HttpRequest.Builder post(String type, String body) {
        return HttpRequest.newBuilder(url())
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", type)
                .header("Signature", signature(body))
                .POST(BodyPublishers.ofString(body));
    }

    private int send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private String signature(String body) {
        try {
            String key = sandbox.webhooks().signingKey();
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
