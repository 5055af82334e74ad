package io.github.camelcallrail.transport;

import static io.github.camelcallrail.transport.ScriptedServer.answer;
import static io.github.camelcallrail.transport.ScriptedServer.head;
import static io.github.camelcallrail.transport.TransportFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.client.Transport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer that comes a byte at a time keeps within the time-out of each wait, and still ends. */
@Timeout(30)
class SlowAnswerTest {

    private static final Duration RESPONSE_TIMEOUT = Duration.ofMillis(500);
    private static final String TOO_LONG = "the response took longer than 2000 ms in total";

    /** What comes before what drips. */
    private static final List<String> DRIPPING = List.of(
            "HTTP/1.1 200 OK",
            "HTTP/1.1 200 OK\r\nServer: ",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 ",
            "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3E8\r\n{",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;",
            "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\u001f\u008b\b\0\0\0\0\0\0\0\0\u00ff\u00ff\0\0");

    private final TransportFixture camel = new TransportFixture();

    @AfterEach
    void stop() {
        camel.close();
    }

    @Test
    void promisesOfAnAnswerWithoutEndEnd() throws IOException {
        try (ScriptedServer server = ScriptedServer.writing((request, out) -> {
            while (true) {
                out.write("HTTP/1.1 100 Continue\r\n\r\n".repeat(100).getBytes(StandardCharsets.UTF_8));
            }
        })) {
            long start = System.nanoTime();

            IOException failure =
                    catchThrowableOfType(IOException.class, () -> TransportFixture.get(transport(server)));

            assertThat(failure).hasMessageContaining(TOO_LONG);
            assertEndedInTime(start);
        }
    }

    @Test
    void closingABodyThatDripsEnds() throws IOException {
        try (ScriptedServer server =
                ScriptedServer.writing((request, out) -> drip(out, head(200, "Content-Length: 1000") + "\r\n{", "x"))) {
            ApiResponse response = TransportFixture.get(transport(server));
            long start = System.nanoTime();

            response.close();

            assertEndedInTime(start);
        }
    }

    @Test
    void everyAnswerThatDripsEndsAndGivesItsConnectionBack() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(ConnectionPool.CONNECTIONS);
        try (ScriptedServer server = ScriptedServer.writing((request, out) -> {
            if (request.connection() <= ConnectionPool.CONNECTIONS) {
                drip(out, DRIPPING.get(request.connection() % DRIPPING.size()), "x");
            }
            out.write(answer(200, "{}"));
        })) {
            Transport transport = transport(server);
            long start = System.nanoTime();
            Callable<IOException> call = () -> catchThrowableOfType(
                    IOException.class, () -> TransportFixture.text(TransportFixture.get(transport)));
            for (Future<IOException> failure :
                    threads.invokeAll(Collections.nCopies(ConnectionPool.CONNECTIONS, call))) {
                assertThat(failure.get()).hasMessageEndingWith(TOO_LONG);
            }
            assertEndedInTime(start);

            List<ApiResponse> open = new ArrayList<>();
            for (int i = 0; i < ConnectionPool.CONNECTIONS; i++) {
                open.add(TransportFixture.get(transport));
            }
            for (ApiResponse response : open) {
                assertThat(TransportFixture.text(response)).isEqualTo("{}");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theTimeOfAnAnswerBeginsAnewWithEachRequest() throws IOException {
        try (ScriptedServer server = new ScriptedServer(request -> answer(200, "{}"))) {
            Transport transport = transport(server);
            for (int i = 0; i < 8; i++) {
                assertThat(TransportFixture.text(TransportFixture.get(transport)))
                        .isEqualTo("{}");
                pause(260);
            }
            pause(2_050);

            TransportFixture.get(transport).close();

            assertThat(server.received).hasSize(9).allMatch(request -> request.connection() == 1);
        }
    }

    private Transport transport(ScriptedServer server) {
        return camel.transports.of(settings(server.url(), RESPONSE_TIMEOUT, null));
    }

    private static void assertEndedInTime(long start) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    private static void drip(OutputStream out, String begin, String again) throws IOException {
        out.write(begin.getBytes(StandardCharsets.ISO_8859_1));
        while (true) {
            pause(20);
            out.write(again.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static void pause(long milliseconds) {
        LockSupport.parkNanos(Duration.ofMillis(milliseconds).toNanos());
    }
}
