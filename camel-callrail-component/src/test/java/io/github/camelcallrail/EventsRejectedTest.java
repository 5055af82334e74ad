package io.github.camelcallrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to requests that do not come from CallRail, or not as CallRail sends them. */
class EventsRejectedTest extends EventsTesting {

    private static final String JSON = "application/json";
    private static final String BODY = "{\"resource_id\":\"CAL0190aa22bb33cc44dd55ee66ff778899\",\"duration\":\"9\","
            + "\"customer_name\":\"Example Caller\",\"customer_phone_number\":\"+15125550142\",\"direction\":\"inbound\"}";

    @BeforeEach
    void start() throws Exception {
        receive("events=post-call,form-submission");
    }

    private HttpRequest.Builder marked(String event, String company, String body) {
        return post(body, JSON).uri(URI.create(external() + "/hooks?event=" + event + "&company=" + company));
    }

    @Test
    void aSignedRequestIsAccepted() throws Exception {
        assertThat(send(marked("post-call", company(), BODY).header("Signature", signature(BODY))))
                .isEqualTo(200);
        arrived(1);
    }

    @Test
    void withoutSignature() throws Exception {
        assertThat(send(marked("post-call", company(), BODY))).isEqualTo(401);
    }

    @Test
    void withAWrongSignature() throws Exception {
        assertThat(send(marked("post-call", company(), BODY).header("Signature", signature(BODY + " "))))
                .isEqualTo(403);
    }

    @Test
    void overABodyThatWasSerialisedAgain() throws Exception {
        String again = BODY.replace(",", ", ");

        assertThat(send(marked("post-call", company(), again).header("Signature", signature(BODY))))
                .isEqualTo(403);
    }

    @Test
    void withTheKeyOfAnotherCompany() throws Exception {
        String other = sandbox.data().ids("companies").get(1);
        sandbox.webhooks().register(other, "post-call", external() + "/elsewhere");
        String signature = signature(sandbox.webhooks().signingKey(other), BODY);

        assertThat(send(marked("post-call", company(), BODY).header("Signature", signature)))
                .isEqualTo(403);
        assertThat(send(marked("post-call", other, BODY).header("Signature", signature)))
                .isEqualTo(403);
        assertThat(send(post(BODY, JSON).header("Signature", signature))).isEqualTo(403);
    }

    @Test
    void aLargeBody() throws Exception {
        String large = "{\"resource_id\":\"CAL1\",\"note\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}";

        assertThat(send(marked("post-call", company(), large).header("Signature", signature(large))))
                .isEqualTo(413);
    }

    @Test
    void aLargeBodyOfUnknownLength() throws Exception {
        String large = "{\"resource_id\":\"CAL1\",\"note\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}";
        HttpRequest.BodyPublisher chunked =
                HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(large));

        assertThat(send(post("", JSON).POST(chunked).header("Signature", signature(large))))
                .isEqualTo(413);
    }

    @Test
    void aCompressedBody() throws Exception {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bomb)) {
            out.write(new byte[50 * 1024 * 1024]);
        }

        assertThat(send(post("", JSON)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bomb.toByteArray()))
                        .header("Content-Encoding", "gzip")
                        .header("Signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAA=")))
                .isEqualTo(415);
    }

    @Test
    void anotherContentType() throws Exception {
        assertThat(send(post(BODY, "text/xml").header("Signature", signature(BODY))))
                .isEqualTo(415);
    }

    @Test
    void anotherMethod() throws Exception {
        assertThat(send(post(BODY, JSON).GET())).isEqualTo(405);
    }

    @Test
    void aBodyThatDoesNotArrive() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("POST /hooks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                    + "Signature: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\nContent-Length: 100\r\n\r\n{\"a\"")
                            .getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(answer).isEqualTo("HTTP/1.1 408");
        }
    }

    @Test
    void anUnknownCompany() throws Exception {
        assertThat(send(marked("post-call", "COM0190aa22bb33cc44dd55ee66ff778899", BODY)
                        .header("Signature", signature(BODY))))
                .isEqualTo(403);
    }

    @Test
    void anEventThatNobodyWants() throws Exception {
        assertThat(send(marked("pre-call", company(), BODY).header("Signature", signature(BODY))))
                .isEqualTo(200);
        String unknown = "{\"something\":\"new\"}";
        assertThat(send(post(unknown, JSON).header("Signature", signature(unknown))))
                .isEqualTo(200);
        assertThat(received).isEmpty();
    }

    @Test
    void garbageWithAValidSignature() throws Exception {
        for (String garbage : List.of("", "{", "[1]", "null", "{\"a\":}", "\u0000\u0001")) {
            assertThat(send(post(garbage, JSON).header("Signature", signature(garbage))))
                    .as(garbage)
                    .isEqualTo(400);
        }
    }

    @Test
    void aThousandAtOnce() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(50);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                String body = BODY.replace("CAL0190", "CAL" + (1_000 + i));
                answers.add(senders.submit(
                        () -> send(marked("post-call", company(), body).header("Signature", signature(body)))));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            senders.shutdownNow();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> received.size() == 1_000);
    }

    @Test
    void nothingOfABodyIsLogged() throws Exception {
        List<String> lines = new CopyOnWriteArrayList<>();
        Runnable stop = CapturedLog.everything(lines);
        try {
            send(marked("post-call", company(), BODY));
            send(marked("post-call", company(), BODY).header("Signature", signature(BODY + " ")));
            send(marked("post-call", company(), BODY + "x").header("Signature", signature(BODY + "x")));
            send(marked("post-call", company(), BODY).header("Signature", signature(BODY)));
        } finally {
            stop.run();
        }

        assertThat(lines)
                .isNotEmpty()
                .filteredOn(line -> line.startsWith("io.github.camelcallrail"))
                .noneMatch(line ->
                        line.contains("Example Caller") || line.contains("5550142") || line.contains(signature(BODY)));
    }
}
