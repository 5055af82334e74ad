package io.github.camelcallrail.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.client.ApiClient;
import io.github.camelcallrail.client.ApiRequest;
import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.client.CallSubject;
import io.github.camelcallrail.client.ConnectionPermits;
import io.github.camelcallrail.client.ConnectionWait;
import io.github.camelcallrail.client.FileTransport;
import io.github.camelcallrail.client.RequestPolicy;
import io.github.camelcallrail.client.RetryPolicy;
import io.github.camelcallrail.client.RetryingClient;
import io.github.camelcallrail.client.ServerClock;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import io.github.camelcallrail.quota.AccountPauses;
import io.github.camelcallrail.quota.CountedRequestBudget;
import io.github.camelcallrail.quota.Limits;
import io.github.camelcallrail.reader.ReadingObserver;
import io.github.camelcallrail.sandbox.SettableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hosts that never send a whole file: a download gives up, however much they send. */
class DownloadTest {

    private static final URI BASE = URI.create("https://api.callrail.com");
    private static final int SIZE = 1_000_000;
    private static final int PART = 100_000;

    @TempDir
    Path directory;

    private int calls;
    private int requests;

    /** How a host answers: the status, whether it names a version, and what it says about a range. */
    @ParameterizedTest
    @CsvSource({
        "200, '',     '',                  100000",
        "200, '\"1\"', '',                 100000",
        "206, '\"1\"', bytes 5-999999/1000000, 100000",
        "206, '\"1\"', bytes FROM-999999/*, 10",
        "416, '\"1\"', '',                 100000",
        "500, '\"1\"', '',                 100000",
    })
    void retriesEnd(int status, String version, String range, int part) {
        FileTransport host = (link, from, validator) -> {
            requests++;
            int sent = from == 0 ? PART : part;
            Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "audio/mpeg"));
            headers.put("Content-Length", Integer.toString(SIZE));
            if (!version.isEmpty()) {
                headers.put("ETag", version);
            }
            headers.put("Content-Range", range.replace("FROM", Long.toString(from)));
            return new ApiResponse(from == 0 ? 200 : status, headers, broken(new byte[sent]));
        };

        assertThatThrownBy(() -> download(host))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isIn(FailureKind.NETWORK, FailureKind.UNAVAILABLE));
        assertThat(requests).isBetween(4, 12);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void eachPartThatBringsSomethingAllowsAnother() throws IOException {
        FileTransport host = (link, from, validator) -> {
            requests++;
            int rest = (int) Math.min(PART, SIZE - from);
            Map<String, String> headers = Map.of(
                    "Content-Type",
                    "audio/mpeg",
                    "Content-Length",
                    Long.toString(SIZE - from),
                    "Content-Range",
                    "bytes %s-%s/%s".formatted(from, SIZE - 1, SIZE),
                    "ETag",
                    "\"1\"");
            InputStream bytes = new ByteArrayInputStream(new byte[rest]);
            return new ApiResponse(
                    from == 0 ? 200 : 206, headers, from + rest == SIZE ? bytes : broken(new byte[rest]));
        };

        assertThat(download(host)).isEqualTo(SIZE);
        assertThat(requests).isEqualTo(SIZE / PART);
    }

    private long download(FileTransport host) throws IOException {
        SettableClock clock = new SettableClock(Instant.parse("2026-03-15T16:30:20Z"));
        RequestPolicy policy = new RequestPolicy(
                new CountedRequestBudget(),
                new AccountPauses(new Random(1)),
                new Limits(100, 100),
                Duration.ofMinutes(5),
                new ConnectionWait(Duration.ZERO, "budgetWait"),
                new RetryPolicy(3, Duration.ofSeconds(1), Duration.ofMinutes(5)),
                () -> true,
                ReadingObserver.NONE);
        RetryingClient api = new RetryingClient(
                new ApiClient(request -> link(), clock, new ServerClock(BASE)),
                ConnectionPermits.UNLIMITED,
                policy,
                clock,
                clock::advance);
        try (TemporaryFile content = TemporaryFile.in(directory)) {
            new Download(
                            api,
                            host,
                            BASE,
                            "ACC1",
                            new CallSubject("the recording of call 'CAL1'", "it", false),
                            ApiRequest.get("/v3/a/ACC1/calls/CAL1/recording.json", ""),
                            new FileReceiver("the recording of call 'CAL1'", content, () -> true))
                    .run();
            return content.length();
        }
    }

    private ApiResponse link() {
        calls++;
        return new ApiResponse(
                200,
                Map.of("Content-Type", "application/json"),
                new ByteArrayInputStream("{\"url\":\"https://app.callrail.com/a\"}".getBytes(StandardCharsets.UTF_8)));
    }

    private static InputStream broken(byte[] bytes) {
        return new SequenceInputStream(new ByteArrayInputStream(bytes), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        });
    }
}
