package io.github.camelcallrail.transport;

import static io.github.camelcallrail.transport.TransportFixture.KEY;
import static io.github.camelcallrail.transport.TransportFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.client.Transport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConnectionFailuresTest {

    private static final ConnectionSettings SETTINGS = settings(URI.create("https://api.callrail.com"));
    private static final ApiRequest REQUEST = ApiRequest.get("/v3/a.json", "search=5551234");

    private final TransportFixture camel = new TransportFixture();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stop() {
        never.countDown();
        camel.close();
    }

    @Test
    void aRefusedConnectionIsAnIoException() throws IOException {
        // a bound port that does not listen: the port of a closed server may belong to another process by now
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI nobody = URI.create("http://localhost:" + bound.getLocalPort());

            assertThat(failureOf(camel.transports.of(settings(nobody))))
                    .hasMessageStartingWith("GET /v3/a.json at " + nobody + " got no response: ")
                    .hasMessageContaining("refused")
                    .hasMessageEndingWith("proxy is needed (options 'proxyHost' and 'proxyPort')")
                    .hasCauseInstanceOf(ConnectException.class);
        }
    }

    @Test
    void anUnknownHostIsAnIoException() {
        assertThat(failureOf(camel.transports.of(settings(URI.create("https://nowhere.invalid")))))
                .hasMessageContaining("cannot resolve the host name: check option 'baseUrl'");
    }

    @Test
    void aServerThatHangsUpIsAnIoExceptionAndIsNotAskedAgain() throws IOException {
        try (ScriptedServer server = new ScriptedServer(request -> null)) {
            failureOf(camel.transports.of(settings(server.url())));

            assertThat(server.received).hasSize(1);
        }
    }

    @Test
    void anAnswerThatIsNotHttpIsAnIoException() throws IOException {
        try (ScriptedServer server =
                new ScriptedServer(request -> "SSH-2.0-x\r\nConnection: close\r\n".getBytes(StandardCharsets.UTF_8))) {
            failureOf(camel.transports.of(settings(server.url())));
        }
    }

    @Test
    void silenceEndsWithTheResponseTimeout() throws IOException {
        try (ScriptedServer server = silent()) {
            Transport transport = camel.transports.of(settings(server.url(), Duration.ofMillis(300), null));
            long start = System.nanoTime();

            IOException failure = failureOf(transport);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(290), Duration.ofMillis(1_500));
            assertThat(failure).hasCauseInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void silenceWithinABodyEndsWithTheResponseTimeout() throws IOException {
        byte[] begin = (ScriptedServer.head(200, "Content-Length: 100") + "\r\n{").getBytes(StandardCharsets.UTF_8);
        try (ScriptedServer server = new ScriptedServer(request -> begin);
                ApiResponse response = TransportFixture.get(
                        camel.transports.of(settings(server.url(), Duration.ofMillis(300), null)))) {
            IOException failure = catchThrowableOfType(
                    IOException.class, () -> response.body().readAllBytes());

            assertThat(failure).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void waitingForAFreeConnectionEndsToo() throws IOException {
        List<ApiResponse> unclosed = new ArrayList<>();
        try (ScriptedServer server = new ScriptedServer(request -> ScriptedServer.answer(200, "{}"))) {
            Transport transport = camel.transports.of(new ConnectionSettings(
                    server.url(), KEY, null, null, 0, Duration.ofMillis(300), Duration.ofSeconds(5)));
            for (int i = 0; i < ConnectionPool.CONNECTIONS; i++) {
                unclosed.add(TransportFixture.get(transport));
            }

            failureOf(transport);
            unclosed.get(0).close();
            TransportFixture.get(transport).close();
        }
    }

    @Test
    void stoppingEndsACallInFlight() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(request -> {
            asked.countDown();
            never.await();
            return null;
        })) {
            Transport transport = camel.transports.of(settings(server.url(), Duration.ofHours(1), null));
            FutureTask<IOException> call = new FutureTask<>(() -> failureOf(transport));
            new Thread(call).start();
            asked.await();

            camel.transports.stop();

            assertThat(call.get(5, TimeUnit.SECONDS)).isNotNull();
            assertThat(failureOf(transport)).hasMessage("The connection to " + server.url() + " is stopped");
        }
    }

    @Test
    void anInterruptedThreadStaysInterrupted() throws IOException {
        try (ScriptedServer server = silent()) {
            Thread.currentThread().interrupt();
            try {
                failureOf(camel.transports.of(settings(server.url(), Duration.ofMillis(300), null)));
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
        }
    }

    @Test
    void aCauseThatTellsTheKeyIsLeftOut() {
        IOException failure = new ConnectionFailures(SETTINGS, REQUEST)
                .because(new IllegalStateException("a", new IOException("Authorization: " + KEY)));

        assertThat(failure)
                .hasNoCause()
                .hasMessage("GET /v3/a.json at https://api.callrail.com got no response: IllegalStateException");
    }

    @Test
    void aCauseThatTellsTheQueryIsLeftOut() {
        IOException suppressing = new IOException("a");
        suppressing.addSuppressed(new IOException("at /v3/a.json?search=5551234"));

        assertThat(new ConnectionFailures(SETTINGS, REQUEST).because(suppressing))
                .hasNoCause();
    }

    private ScriptedServer silent() throws IOException {
        return new ScriptedServer(request -> {
            never.await();
            return null;
        });
    }

    private static IOException failureOf(Transport transport) {
        IOException failure = catchThrowableOfType(IOException.class, () -> TransportFixture.get(transport));
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(KEY).doesNotContain("5551234");
        return failure;
    }
}
