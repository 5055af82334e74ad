package io.github.camelcallrail.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelcallrail.client.ApiResponse;
import io.github.camelcallrail.failure.CallRailFailure;
import io.github.camelcallrail.failure.FailureKind;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of a file, as servers send them. The file is "0123456789". */
class FileReceiverTest {

    private static final String LENGTH = "Content-Length=10, Content-Type=audio/mpeg";

    @TempDir
    Path directory;

    private TemporaryFile content;
    private FileReceiver receiver;

    @BeforeEach
    void create() throws IOException {
        content = TemporaryFile.in(directory);
        receiver = new FileReceiver("the recording of call 'CAL1'", content, () -> true);
    }

    @AfterEach
    void close() throws IOException {
        content.close();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aWholeResponseIsTheFile() throws IOException {
        assertThat(receiver.receive(response(200, LENGTH, "0123456789"))).isEqualTo(new FileType("audio/mpeg", "mp3"));
        assertThat(text()).isEqualTo("0123456789");
    }

    @ParameterizedTest
    @CsvSource({
        "'ETag=\"v1\"',                               4",
        "'Last-Modified=Sat, 14 Mar 2026 14:00:00 GMT', 4",
        "'ETag=W/\"v1\"',                             0",
        "'',                                          0",
    })
    void aPartIsKeptIfTheServerCanProveItsVersion(String header, long kept) {
        assertBroken(response(200, LENGTH + (header.isEmpty() ? "" : ", " + header), "0123", true));

        assertThat(receiver.length()).isEqualTo(kept);
        assertThat(receiver.validator().isPresent()).isEqualTo(kept > 0);
    }

    @Test
    void theNextPartContinuesIt() throws IOException {
        assertBroken(response(200, LENGTH + ", ETag=\"v1\"", "0123", true));
        assertBroken(response(206, "Content-Type=audio/mpeg, Content-Range=bytes 4-9/10", "45", true));

        receiver.receive(response(206, "Content-Type=audio/mpeg, Content-Range=bytes 6-9/10", "6789"));

        assertThat(text()).isEqualTo("0123456789");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes 5-9/10",
                "bytes 3-9/10",
                "bytes 0-9/10",
                "bytes 4-9/11",
                "bytes 5-9/*",
                "bytes 4-9",
                "",
                "pages 4-9/10"
            })
    void aPartThatDoesNotFitBeginsTheFileAnew(String range) throws IOException {
        assertBroken(response(200, LENGTH + ", ETag=\"v1\"", "0123", true));

        assertBroken(response(206, "Content-Type=audio/mpeg, Content-Range=" + range, "456789"));

        assertThat(receiver.length()).isZero();
        receiver.receive(response(200, LENGTH, "0123456789"));
        assertThat(text()).isEqualTo("0123456789");
    }

    @Test
    void aPartNeedNotSayHowLongTheFileIs() throws IOException {
        assertBroken(response(200, LENGTH + ", ETag=\"v1\"", "0123", true));

        receiver.receive(response(206, "Content-Type=audio/mpeg, Content-Range=bytes 4-9/*", "456789"));

        assertThat(text()).isEqualTo("0123456789");
    }

    @Test
    void theTypeIsKnownByTheFirstBytesHoweverTheyCame() throws IOException {
        String header = "Content-Length=12, Content-Type=binary/octet-stream, ETag=\"v1\"";
        assertBroken(response(200, header, "RI", true));

        FileType type = receiver.receive(
                response(206, "Content-Type=binary/octet-stream, Content-Range=bytes 2-11/12", "FF....WAVE"));

        assertThat(type).isEqualTo(new FileType("audio/wav", "wav"));
    }

    @Test
    void anEmptyFileIsNone() {
        assertBroken(response(200, "Content-Length=0, Content-Type=audio/mpeg", ""));
        assertBroken(response(200, "Transfer-Encoding=chunked, Content-Type=audio/mpeg", ""));
    }

    @Test
    void whatGoesOnAfterItsEndIsNotKept() {
        assertBroken(response(200, LENGTH + ", ETag=\"v1\"", "0123456789", true));

        assertThat(receiver.length()).isZero();
        assertThat(receiver.furthest()).isEqualTo(10);
    }

    @Test
    void aPartBeforeAnyOtherBeginsNoFile() {
        assertBroken(response(206, "Content-Type=audio/mpeg, Content-Range=bytes 0-9/10", "0123456789"));
    }

    @Test
    void aWholeResponseReplacesWhatCameBefore() throws IOException {
        assertBroken(response(200, LENGTH + ", ETag=\"v1\"", "abcd", true));

        receiver.receive(response(200, LENGTH + ", ETag=\"v2\"", "0123456789"));

        assertThat(text()).isEqualTo("0123456789");
    }

    @ParameterizedTest
    @ValueSource(strings = {"012345678", ""})
    void fewerBytesThanPromisedAreNotTheFile(String body) {
        assertBroken(response(200, LENGTH, body));
    }

    @Test
    void withoutALengthChunksShowWhereItEnds() throws IOException {
        receiver.receive(response(200, "Content-Type=audio/mpeg, Transfer-Encoding=chunked", "0123456789"));

        assertThat(text()).isEqualTo("0123456789");
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type=audio/mpeg, does not say how long it is",
        "'Content-Length=10, Content-Type=text/html', it is a web page",
        "'Content-Length=10, Content-Type=audio/mpeg, Content-Encoding=GZIP', it is compressed",
    })
    void whatIsNotTheFileIsAnError(String headers, String message) {
        assertThatThrownBy(() -> receiver.receive(response(200, headers, "0123456789")))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.MALFORMED))
                .hasMessageContaining(message)
                .hasMessageContaining("the recording of call 'CAL1'");
    }

    @Test
    void whatIsNotTheFileIsFoundOutByItsFirstBytesToo() {
        assertThatThrownBy(() -> receiver.receive(response(200, "Content-Length=10", "<html></html>".substring(0, 10))))
                .isInstanceOf(CallRailFailure.class);
    }

    @Test
    void aRouteThatStopsEndsIt() {
        AtomicInteger asked = new AtomicInteger();
        FileReceiver unwanted =
                new FileReceiver("the recording of call 'CAL1'", content, () -> asked.incrementAndGet() < 2);

        assertThatThrownBy(() -> unwanted.receive(response(200, "Content-Length=200000", "0".repeat(200_000))))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.BUSY));
    }

    @Test
    void aFullDiskIsNotTakenForABrokenConnection() throws IOException {
        content.close();

        assertThatThrownBy(() -> receiver.receive(response(200, LENGTH, "0123456789")))
                .isInstanceOfSatisfying(CallRailFailure.class, failure -> assertThat(failure.kind())
                        .isEqualTo(FailureKind.STORAGE))
                .hasMessageContaining("The temporary directory cannot store the recording of call 'CAL1'");
    }

    @Test
    void theReasonOfAFailureIsItsMessageOrElseItsType() {
        assertThat(FileReceiver.reason(new IOException("reset"))).isEqualTo("reset");
        assertThat(FileReceiver.reason(new EOFException())).isEqualTo("EOFException");
    }

    private void assertBroken(ApiResponse response) {
        assertThatThrownBy(() -> receiver.receive(response)).isInstanceOf(IOException.class);
    }

    private String text() throws IOException {
        byte[] bytes = new byte[(int) content.length()];
        for (int count = 0; count < bytes.length; ) {
            count += content.read(count, bytes, count, bytes.length - count);
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static ApiResponse response(int status, String headers, String body) {
        return response(status, headers, body, false);
    }

    private static ApiResponse response(int status, String headers, String body, boolean broken) {
        Map<String, String> named = Stream.of(headers.split(", (?=[A-Z][a-z]+-|ETag)"))
                .map(header -> header.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (one, other) -> one, TreeMap::new));
        InputStream bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII));
        return new ApiResponse(status, named, broken ? new SequenceInputStream(bytes, new Reset()) : bytes);
    }

    /** A connection that is reset. */
    private static final class Reset extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("reset");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return read();
        }
    }
}
