package io.github.camelcallrail.transport;

import static io.github.camelcallrail.transport.ScriptedServer.answer;
import static io.github.camelcallrail.transport.ScriptedServer.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.camelcallrail.client.ApiResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

    /** More than the pool holds, so that a connection that is not given back is missed. */
    private static final int MANY = 5 * ConnectionPool.CONNECTIONS;

    private final TransportFixture camel = new TransportFixture();

    @AfterEach
    void stop() {
        camel.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 206, 301, 302, 304, 400, 401, 403, 404, 406, 422, 429, 500, 503, 599})
    void everyStatusIsAnAnswerToOneRequest(int status) throws IOException {
        try (ScriptedServer server = new ScriptedServer(request ->
                answer(status, status == 304 ? "" : "text", "Retry-After: 0", "WWW-Authenticate: Basic realm=\"x\""))) {
            ApiResponse response = camel.get(server.url(), "/v3/a.json", "");

            assertThat(response.status()).isEqualTo(status);
            assertThat(TransportFixture.text(response)).isEqualTo(status == 304 ? "" : "text");
            assertThat(server.received).hasSize(1);
        }
    }

    @Test
    void aRedirectIsAnAnswerAndNotFollowed() throws IOException {
        try (ScriptedServer elsewhere = new ScriptedServer(request -> answer(200, "{}"));
                ScriptedServer server = new ScriptedServer(
                        request -> answer(302, "moved", "Location: " + elsewhere.url() + "/v3/a.json"))) {
            ApiResponse response = camel.get(server.url(), "/v3/a.json", "");

            assertThat(response.status()).isEqualTo(302);
            assertThat(TransportFixture.text(response)).isEqualTo("moved");
            assertThat(elsewhere.received).isEmpty();
        }
    }

    @Test
    void anAnswerWithoutBodyHasAnEmptyOne() throws IOException {
        try (ScriptedServer server =
                new ScriptedServer(request -> (head(204) + "\r\n").getBytes(StandardCharsets.UTF_8))) {
            for (int i = 0; i < MANY; i++) {
                ApiResponse response = camel.get(server.url(), "/v3/a.json", "");

                assertThat(response.status()).isEqualTo(204);
                assertThat(response.body().readAllBytes()).isEmpty();
            }
        }
    }

    @Test
    void cookiesAreNotKept() throws IOException {
        try (ScriptedServer server = new ScriptedServer(request -> answer(200, "{}", "Set-Cookie: session=1"))) {
            camel.get(server.url(), "/v3/a.json", "").close();
            camel.get(server.url(), "/v3/a.json", "").close();

            assertThat(server.received).hasSize(2).allMatch(request -> request.header("Cookie")
                    .isEmpty());
        }
    }

    @Test
    void gzipIsUndone() throws IOException {
        String body = "{\"calls\":[]}".repeat(1_000);
        try (ScriptedServer server = new ScriptedServer(request -> gzipped(body))) {
            assertThat(TransportFixture.text(camel.get(server.url(), "/v3/a.json", "")))
                    .isEqualTo(body);
        }
    }

    @Test
    void aBodyArrivesBeforeItsEnd() throws IOException {
        String first = head(200, "Content-Length: 100") + "\r\n{\"first\"";
        try (ScriptedServer server = new ScriptedServer(request -> first.getBytes(StandardCharsets.UTF_8));
                ApiResponse response = camel.get(server.url(), "/v3/a.json", "")) {
            assertThat(new String(response.body().readNBytes(8), StandardCharsets.US_ASCII))
                    .isEqualTo("{\"first\"");
            camel.transports.stop();
        }
    }

    @Test
    void bodiesClosedUnreadGiveTheOneConnectionBack() throws IOException {
        try (ScriptedServer server = new ScriptedServer(request -> answer(200, "x".repeat(100_000)))) {
            for (int i = 0; i < MANY; i++) {
                camel.get(server.url(), "/v3/a.json", "page=" + i).close();
            }

            assertThat(server.received).hasSize(MANY).allMatch(request -> request.connection() == 1);
        }
    }

    @Test
    void bodiesReadInPartGiveTheOneConnectionBack() throws IOException {
        try (ScriptedServer server = new ScriptedServer(request -> gzipped("x".repeat(100_000)))) {
            for (int i = 0; i < MANY; i++) {
                try (ApiResponse response = camel.get(server.url(), "/v3/a.json", "")) {
                    assertThat(response.body().read()).isEqualTo('x');
                }
            }

            assertThat(server.received).hasSize(MANY).allMatch(request -> request.connection() == 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Encoding: gzip",
                "Content-Encoding: unheard-of",
                "Content-Type: application/x-java-serialized-object",
                "Content-Type: text/plain; charset=unheard-of",
                "Content-Type: ///;;="
            })
    void misleadingHeadersLeakNoConnection(String header) throws IOException {
        try (ScriptedServer server = new ScriptedServer(request -> answer(200, "neither", header))) {
            for (int i = 0; i < MANY; i++) {
                readOrFail(server);
            }

            assertThat(server.received).hasSize(MANY);
        }
    }

    private void readOrFail(ScriptedServer server) throws IOException {
        try (ApiResponse response = camel.get(server.url(), "/v3/a.json", "")) {
            assertThat(response.status()).isEqualTo(200);
            response.body().readAllBytes();
        } catch (IOException e) {
            assertThat(e).hasMessageNotContaining("Timeout");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100", "Transfer-Encoding: chunked"})
    void aTruncatedBodyFailsWhileReadingAndClosesInPeace(String framing) throws IOException {
        String begin = framing.startsWith("T") ? "64\r\n{\"calls" : "{\"calls";
        try (ScriptedServer server = new ScriptedServer(request ->
                (head(200, framing, "Connection: close") + "\r\n" + begin).getBytes(StandardCharsets.UTF_8))) {
            for (int i = 0; i < MANY; i++) {
                ApiResponse response = camel.get(server.url(), "/v3/a.json", "");
                assertThat(response.status()).isEqualTo(200);
                assertThatIOException().isThrownBy(() -> response.body().readAllBytes());
                response.close();
                camel.get(server.url(), "/v3/a.json", "").close();
            }
        }
    }

    @Test
    void aTruncatedGzipBodyFailsWhileReading() throws IOException {
        byte[] whole = gzipBytes("x".repeat(100_000));
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        try (ScriptedServer server = new ScriptedServer(request -> withBody(half));
                ApiResponse response = camel.get(server.url(), "/v3/a.json", "")) {
            assertThatIOException().isThrownBy(() -> response.body().readAllBytes());
        }
    }

    @Test
    void manyThreadsGetTheirOwnAnswers() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try (ScriptedServer server = new ScriptedServer(request -> answer(200, request.requestLine()))) {
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                String query = "page=" + i;
                calls.add(() -> query + " " + TransportFixture.text(camel.get(server.url(), "/v3/a.json", query)));
            }
            for (Future<String> call : threads.invokeAll(calls)) {
                String query = call.get().substring(0, call.get().indexOf(' '));
                assertThat(call.get()).isEqualTo(query + " GET /v3/a.json?" + query + " HTTP/1.1");
            }
            assertThat(camel.transports.size()).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static byte[] gzipped(String body) throws IOException {
        return withBody(gzipBytes(body));
    }

    private static byte[] gzipBytes(String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] withBody(byte[] gzip) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write((head(200, "Content-Encoding: gzip", "Content-Length: " + gzip.length) + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
        answer.write(gzip);
        return answer.toByteArray();
    }
}
