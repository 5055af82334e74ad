package io.github.camelcallrail.transport;

import static io.github.camelcallrail.transport.ScriptedServer.head;
import static io.github.camelcallrail.transport.TransportFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelcallrail.catalogue.ReportCatalogue;
import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.client.ConnectionWait;
import io.github.camelcallrail.client.RequestPolicy;
import io.github.camelcallrail.client.RetryPolicy;
import io.github.camelcallrail.client.ServerClock;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.query.QueryOptions;
import io.github.camelcallrail.query.ReportPlan;
import io.github.camelcallrail.quota.AccountPauses;
import io.github.camelcallrail.quota.CountedRequestBudget;
import io.github.camelcallrail.quota.Limits;
import io.github.camelcallrail.reader.ReadingObserver;
import io.github.camelcallrail.reader.ReportClient;
import io.github.camelcallrail.reader.ReportReader;
import io.github.camelcallrail.time.Sleeper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer without an end is read up to a limit, and what is behind the limit is not waited for. */
@Timeout(60)
class FloodTest {

    /** Far more than both ends of a connection hold in buffers. */
    private static final long MUCH = 64 << 20;

    private final TransportFixture camel = new TransportFixture();
    private final AtomicLong sent = new AtomicLong();
    private final CountDownLatch hungUp = new CountDownLatch(1);

    @AfterEach
    void stop() {
        camel.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 200 OK\r\n', 'X: y\r\n', Maximum header count exceeded",
        "'HTTP/1.1 200 OK\r\nX: ', 'y', Maximum line length limit exceeded",
        "'HTTP/1.1 200 OK\r\nX: y\r\n', ' y\r\n', Maximum line length limit exceeded",
        "'', 'HTTP', Maximum line length limit exceeded",
        "'', '\r\n', Maximum empty line limit exceeded"
    })
    void aHeadWithoutEndIsGivenUp(String begin, String again, String how) throws Exception {
        try (ScriptedServer server = flooding(begin, again)) {
            IOException failure =
                    catchThrowableOfType(IOException.class, () -> camel.get(server.url(), "/v3/a.json", ""));

            assertThat(failure).hasMessageContaining(how);
            assertNotWaitedFor();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'1;', 'x', Maximum line length limit exceeded",
        "'1\r\n{\r\n0\r\n', 'X: y\r\n', Maximum header count exceeded",
        "'1\r\n{\r\n0\r\nX: ', 'y', Maximum line length limit exceeded",
        "'1', '0', Maximum line length limit exceeded"
    })
    void whatIsAroundTheChunksOfABodyIsBounded(String begin, String again, String how) throws Exception {
        try (ScriptedServer server = flooding(head(200, "Transfer-Encoding: chunked") + "\r\n" + begin, again);
                ApiResponse response = camel.get(server.url(), "/v3/a.json", "")) {
            IOException failure = catchThrowableOfType(
                    IOException.class, () -> response.body().readAllBytes());

            assertThat(failure.toString()).contains(how);
        }
        assertNotWaitedFor();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 9000000000000000000\r\n",
                "Connection: close\r\n",
                "Transfer-Encoding: chunked\r\n"
            })
    void closingDoesNotReadToTheEnd(String framing) throws Exception {
        String again = framing.startsWith("T") ? "1000\r\n" + "x".repeat(0x1000) + "\r\n" : "x";
        try (ScriptedServer server = flooding("HTTP/1.1 200 OK\r\n" + framing + "\r\n", again)) {
            for (int i = 0; i <= ConnectionPool.CONNECTIONS; i++) {
                ApiResponse response = camel.get(server.url(), "/v3/a.json", "");
                assertThat(response.body().read()).isEqualTo('x');

                response.close();
            }

            assertNotWaitedFor();
        }
    }

    @Test
    void whatUnzipsToNoEndIsReadUpToTheLimit() throws Exception {
        try (ScriptedServer server = ScriptedServer.writing((request, out) -> {
            out.write((head(200, "Content-Encoding: gzip", "Connection: close") + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            try (OutputStream gzip = new GZIPOutputStream(counting(out))) {
                gzip.write("{\"users\":[],\"x\":\"".getBytes(StandardCharsets.UTF_8));
                byte[] again = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
                while (true) {
                    gzip.write(again);
                }
            } finally {
                hungUp.countDown();
            }
        })) {
            ReportClient client = new ReportClient(
                    camel.transports.of(settings(server.url())),
                    server.url(),
                    "v3",
                    Clock.systemUTC(),
                    new ServerClock(server.url()),
                    Sleeper.SYSTEM,
                    Runnable::run);
            ReportReader reader = client.reader(askingOnce(), 0, 1, ReadingObserver.NONE);
            ReportPlan plan = ReportPlan.of(
                    ReportCatalogue.of("users"),
                    QueryOptions.NONE,
                    new QueryOptions(Map.of("accountId", List.of("ACC1"))));

            CallRailFailure failure = catchThrowableOfType(
                    CallRailFailure.class,
                    () -> reader.open(plan).corrected().cursor().rest());

            assertThat(failure)
                    .hasMessageEndingWith("is not what CallRail promises: it is longer than 134,217,728 bytes.");
            assertThat(failure.kind()).isEqualTo(FailureKind.MALFORMED);
            assertNotWaitedFor();
        }
    }

    private static RequestPolicy askingOnce() {
        return new RequestPolicy(
                new CountedRequestBudget(),
                new AccountPauses(new Random()),
                Limits.CALLRAILS_OWN,
                Duration.ZERO,
                new ConnectionWait(Duration.ZERO, "budgetWait"),
                new RetryPolicy(0, Duration.ZERO, Duration.ZERO),
                () -> true,
                ReadingObserver.NONE);
    }

    @Test
    void whatIsZippedAThousandTimesIsRefused() throws IOException {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1_000; i++) {
            body = gzip(body);
        }
        String codings = "gzip,".repeat(999) + "gzip";
        byte[] zipped = body;
        try (ScriptedServer server = ScriptedServer.writing((request, out) -> {
            out.write((head(200, "Content-Encoding: " + codings, "Content-Length: " + zipped.length) + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(zipped);
        })) {
            IOException failure = catchThrowableOfType(
                    IOException.class, () -> TransportFixture.text(camel.get(server.url(), "/v3/a.json", "")));

            assertThat(failure).hasMessageEndingWith("the response is compressed more than once");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\n+15125550142\r\n\r\n",
                "HTTP/1.1 +15125550142 OK\r\n\r\n",
                "HTTP/+15125550142 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Encoding: +15125550142\r\nContent-Length: 1\r\n\r\n{",
                "HTTP/1.1 200 OK\r\nContent-Length: +15125550142\r\nContent-Length: 2\r\n\r\n{",
                "HTTP/1.1 200 OK\r\nContent-Length: -15125550142\r\n\r\n{",
                "HTTP/1.1 200 OK\r\nContent-Length: 151255501421512555014215125550142\r\n\r\n{",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: +15125550142\r\n\r\n{",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n+15125550142\r\n{",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nF15125550142151255501421\r\n{",
                "HTTP/1.1 200 OK\r\nContent-Type: +15125550142;charset=+15125550142\r\nContent-Length: 9\r\n\r\n{",
                "HTTP/1.1 101 +15125550142\r\nUpgrade: +15125550142\r\n\r\n",
                "HTTP/1.1 099 +15125550142\r\n\r\n{",
                "HTTP/1.1 1000 +15125550142\r\n\r\n{"
            })
    void aHeadThatIsNoneFailsWithoutQuotingIt(String answer) throws IOException {
        try (ScriptedServer server =
                ScriptedServer.writing((request, out) -> out.write(answer.getBytes(StandardCharsets.UTF_8)))) {
            IOException failure = null;
            try {
                TransportFixture.text(camel.get(server.url(), "/v3/a.json", ""));
            } catch (IOException e) {
                failure = e;
            }

            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain("5125550142");
            }
        }
    }

    private void assertNotWaitedFor() throws InterruptedException {
        assertThat(hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(sent.get()).isLessThan(MUCH * ConnectionPool.CONNECTIONS);
    }

    private ScriptedServer flooding(String begin, String again) throws IOException {
        byte[] more = again.repeat(Math.max(1, 10_000 / again.length())).getBytes(StandardCharsets.ISO_8859_1);
        return ScriptedServer.writing((request, out) -> {
            try {
                out.write(begin.getBytes(StandardCharsets.ISO_8859_1));
                while (true) {
                    counting(out).write(more);
                }
            } finally {
                hungUp.countDown();
            }
        });
    }

    private OutputStream counting(OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b});
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                sent.addAndGet(length);
            }
        };
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(bytes);
        }
        return zipped.toByteArray();
    }
}
