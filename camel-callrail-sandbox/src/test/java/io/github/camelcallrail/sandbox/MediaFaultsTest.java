package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How the media origin sends files, and how it fails to. */
class MediaFaultsTest {

    private static final int SIZE = 300_000;

    @RegisterExtension
    static final CallRailSandboxExtension EXTENSION = CallRailSandboxExtension.of(CallRailSandbox.builder()
            .clock(Clock.fixed(Instant.parse("2026-03-15T16:00:00Z"), ZoneOffset.UTC))
            .empty());

    private MediaOrigin media;
    private String call;
    private String file;
    private byte[] content;

    @BeforeEach
    void plant() throws IOException {
        CallRailSandbox sandbox = EXTENSION.sandbox();
        media = sandbox.media();
        call = sandbox.data().add("calls", Map.of("recording", "https://api.callrail.com/recording"));
        sandbox.data().edit("accounts", sandbox.accountId(), Map.of("hipaa_account", true));
        media.size(call, SIZE);
        file = new Client(sandbox)
                .get("calls/" + call + "/recording.json")
                .json()
                .path("url")
                .asText();
        content = media.recording(call).stream().readAllBytes();
    }

    @ParameterizedTest
    @CsvSource({
        // range, status, first, last of the bytes that are sent
        "bytes=0-99, 206, 0, 99",
        "bytes=100-, 206, 100, 299999",
        "bytes=-10, 206, 299990, 299999",
        "bytes=-999999, 206, 0, 299999",
        "bytes=299999-299999, 206, 299999, 299999",
        "bytes=299999-999999999, 206, 299999, 299999",
        "bytes=45-45, 206, 45, 45",
        "bytes=-, 200, 0, 299999",
        "bytes=9-5, 200, 0, 299999",
        "'bytes=0-1,5-6', 200, 0, 299999",
        "seconds=0-1, 200, 0, 299999",
    })
    void sendsTheRequestedRange(String range, int status, int first, int last) {
        HttpResponse<byte[]> response = MediaClient.get(file, "Range", range);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).isEqualTo(Arrays.copyOfRange(content, first, last + 1));
        assertThat(response.headers().firstValue("Content-Range").orElse(""))
                .isEqualTo(status == 200 ? "" : "bytes " + first + "-" + last + "/" + SIZE);
        assertThat(media.requests().get(0).header("range")).contains(range);
    }

    @ParameterizedTest
    @CsvSource({"bytes=300000-", "bytes=300000-300001", "bytes=-0"})
    void rejectsARangeBeyondTheEnd(String range) {
        HttpResponse<byte[]> response = MediaClient.get(file, "Range", range);
        assertThat(response.statusCode()).isEqualTo(416);
        assertThat(response.headers().firstValue("Content-Range")).contains("bytes */" + SIZE);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).contains("InvalidRange");
    }

    @Test
    void sendsARangeOnlyOfTheSameContent() {
        String etag = MediaClient.get(file).headers().firstValue("ETag").orElseThrow();
        assertThat(etag)
                .matches("\"[0-9a-f-]+\"")
                .isEqualTo(media.recording(call).etag());
        assertThat(MediaClient.get(file, "Range", "bytes=9-", "If-Range", etag).statusCode())
                .isEqualTo(206);
        assertThat(MediaClient.get(file, "Range", "bytes=9-", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        media.faults().changed();
        HttpResponse<byte[]> changed = MediaClient.get(file, "Range", "bytes=9-", "If-Range", etag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.headers().firstValue("ETag")).isPresent().isNotEqualTo(Optional.of(etag));
        assertThat(changed.body()).hasSize(SIZE).isNotEqualTo(content);
        assertThat(MediaClient.get(file).body()).isEqualTo(changed.body());
        media.clear();
        media.size(call, SIZE);
        assertThat(MediaClient.get(file).body()).isEqualTo(content);
    }

    static Stream<Arguments> wires() {
        return Stream.of(
                // fault, promised length or how else the body ends, bytes on the wire
                wire(faults -> {}, "Content-Length: 300000", SIZE),
                wire(faults -> faults.breakAfter(0), "Content-Length: 300000", 0),
                wire(faults -> faults.breakAfter(70_000), "Content-Length: 300000", 70_000),
                wire(faults -> faults.breakAfter(SIZE + 1), "Content-Length: 300000", SIZE),
                wire(faults -> faults.shorter(1), "Content-Length: 300000", SIZE - 1),
                wire(faults -> faults.shorter(SIZE + 1), "Content-Length: 300000", 0),
                wire(faults -> faults.longer(5), "Content-Length: 300000", SIZE + 5),
                wire(MediaFaults::untilClose, "", SIZE));
    }

    private static Arguments wire(Consumer<MediaFaults> fault, String length, int bytes) {
        return Arguments.of(fault, length, bytes);
    }

    @ParameterizedTest
    @MethodSource("wires")
    void sendsAsManyBytesAsTheFaultSays(Consumer<MediaFaults> fault, String length, int bytes) throws IOException {
        fault.accept(media.faults());
        MediaClient.Wire wire = MediaClient.wire(file);
        assertThat(wire.head()).startsWith("HTTP/1.1 200 ").contains(length);
        assertThat(wire.head().contains("Content-Length")).isEqualTo(!length.isEmpty());
        assertThat(wire.body()).hasSize(bytes);
        int real = Math.min(bytes, SIZE);
        assertThat(Arrays.copyOf(wire.body(), real)).isEqualTo(Arrays.copyOf(content, real));
        assertThat(MediaClient.get(file).body()).isEqualTo(content);
    }

    @Test
    void sendsChunks() throws IOException {
        media.faults().withoutLength();
        media.faults().withoutLength();
        MediaClient.Wire wire = MediaClient.wire(file);
        assertThat(wire.head()).contains("Transfer-Encoding: chunked").doesNotContain("Content-Length");
        assertThat(wire.body()).hasSizeGreaterThan(SIZE).endsWith("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(MediaClient.get(file).body()).isEqualTo(content);
    }

    @Test
    void aBrokenDownloadContinuesWhereItBroke() throws IOException {
        media.faults().breakAfter(100_000);
        media.faults().breakAfter(50_000);
        ByteArrayOutputStream downloaded = new ByteArrayOutputStream();
        for (int attempt = 0; attempt < 3; attempt++) {
            // Not by the JDK's client, which may drop the last bytes before a connection breaks.
            downloaded.writeBytes(MediaClient.wire(file, "Range: bytes=" + downloaded.size() + "-\r\n")
                    .body());
        }
        assertThat(downloaded.toByteArray()).isEqualTo(content);
        assertThat(media.requests())
                .extracting(request -> request.header("range").orElse(""))
                .containsExactly("bytes=0-", "bytes=100000-", "bytes=150000-");
    }

    static Stream<Arguments> otherResponses() {
        return Stream.of(
                Arguments.of((Consumer<MediaFaults>) faults -> faults.status(500), 500, "Content-Type", "text/plain"),
                Arguments.of((Consumer<MediaFaults>) MediaFaults::html, 200, "Content-Type", "text/html"),
                Arguments.of(
                        (Consumer<MediaFaults>) faults -> faults.redirect("http://example.com/a"),
                        302,
                        "Location",
                        "http://example.com/a"),
                Arguments.of(
                        (Consumer<MediaFaults>) faults -> faults.contentType("audio/mpeg"),
                        206,
                        "Content-Type",
                        "audio/mpeg"),
                Arguments.of((Consumer<MediaFaults>) MediaFaults::ignoreRange, 200, "Content-Length", "300000"));
    }

    @ParameterizedTest
    @MethodSource("otherResponses")
    void respondsOtherwiseOnce(Consumer<MediaFaults> fault, int status, String header, String value) {
        fault.accept(media.faults());
        HttpResponse<byte[]> first = MediaClient.get(file, "Range", "bytes=5-9");
        assertThat(first.statusCode()).isEqualTo(status);
        assertThat(first.headers().firstValue(header)).contains(value);
        HttpResponse<byte[]> second = MediaClient.get(file, "Range", "bytes=5-9");
        assertThat(second.statusCode()).isEqualTo(206);
        assertThat(second.body()).isEqualTo(Arrays.copyOfRange(content, 5, 10));
        assertThat(media.requests()).extracting(MediaRequest::status).containsExactly(status, 206);
    }

    @Test
    void redirectsForever() {
        media.faults().status(500);
        media.faults().redirectForever();
        assertThat(MediaClient.get(file).statusCode()).isEqualTo(500);
        String location = file;
        for (int i = 0; i < 10; i++) {
            HttpResponse<byte[]> response = MediaClient.get(location);
            assertThat(response.statusCode()).isEqualTo(302);
            String next = response.headers().firstValue("Location").orElseThrow();
            assertThat(next).startsWith(media.uri().toString()).isNotEqualTo(location);
            location = next;
        }
        media.faults().clear();
        assertThat(MediaClient.get(file).statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultOfTheFileWaitsUntilAFileIsSent() {
        CallRailSandbox sandbox = EXTENSION.sandbox();
        sandbox.data().edit("accounts", sandbox.accountId(), Map.of("hipaa_account", false));
        media.faults().contentType("audio/mpeg");
        media.faults().status(500);
        String link = new Client(sandbox)
                .get("calls/" + call + "/recording.json")
                .json()
                .path("url")
                .asText();
        assertThat(MediaClient.get(link).statusCode()).isEqualTo(302);
        // Refused requests use up no fault.
        assertThat(MediaClient.get(file, "Authorization", "Token token=x").statusCode())
                .isEqualTo(400);
        assertThat(MediaClient.get(media.uri() + "/recordings/x.wav").statusCode())
                .isEqualTo(403);
        assertThat(MediaClient.get(file, "Range", "bytes=300000-").statusCode()).isEqualTo(416);
        assertThat(MediaClient.get(file).headers().firstValue("Content-Type")).contains("audio/mpeg");
        assertThat(MediaClient.get(link).statusCode()).isEqualTo(500);
    }

    @Test
    void aDelayedResponseDoesNotBlockOthers() {
        media.faults().delay(Duration.ofHours(1));
        CompletableFuture<HttpResponse<byte[]>> delayed = CompletableFuture.supplyAsync(() -> MediaClient.get(file));
        // A request is recorded before its response is delayed.
        while (media.requests().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(MediaClient.get(file).body()).isEqualTo(content);
        assertThat(delayed).isNotDone();
        delayed.cancel(true);
    }

    @Test
    void aShortDelayPasses() {
        media.faults().delay(Duration.ofMillis(1));
        assertThat(MediaClient.get(file).body()).isEqualTo(content);
    }

    @Test
    void allowsNothingButGet() {
        HttpRequest.Builder post = MediaClient.request(file).POST(HttpRequest.BodyPublishers.noBody());
        assertThat(MediaClient.sent(post, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(405);
        assertThat(media.requests()).extracting(MediaRequest::method).containsExactly("POST");
    }

    @Test
    void servesManyAtTheSameTime() {
        List<CompletableFuture<byte[]>> downloads = IntStream.range(0, 40)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> MediaClient.get(file).body()))
                .toList();
        assertThat(downloads).allSatisfy(download -> assertThat(download.join()).isEqualTo(content));
        assertThat(media.requests()).hasSize(40);
    }

    @Test
    void aResetForgetsEverything() {
        media.faults().status(500);
        media.faults().redirectForever();
        MediaClient.get(file);
        EXTENSION.sandbox().reset();
        assertThat(media.requests()).isEmpty();
        // The call of this test is gone too.
        assertThat(MediaClient.get(file).statusCode()).isEqualTo(404);
    }

    @Test
    void rejectsNegativeNumbers() {
        assertThatThrownBy(() -> media.faults().breakAfter(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> media.faults().shorter(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> media.size(call, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
