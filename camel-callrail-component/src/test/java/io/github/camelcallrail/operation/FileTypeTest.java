package io.github.camelcallrail.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names the kind of a file, and rejects what is no file. */
class FileTypeTest {

    @ParameterizedTest
    @CsvSource({
        "audio/mpeg, audio/mpeg, mp3",
        "Audio/MPEG; charset=binary, audio/mpeg, mp3",
        "audio/x-wav, audio/x-wav, wav",
        "image/jpeg, image/jpeg, jpg",
        "text/vcard, text/vcard, vcf",
        "audio/unheard-of, audio/unheard-of, bin",
    })
    void theContentTypeNamesTheExtension(String header, String type, String extension) {
        assertThat(FileType.of(Optional.of(header))).contains(new FileType(type, extension));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/html; charset=utf-8",
                "application/json",
                "application/xml",
                "application/problem+json",
                "application/xhtml+xml"
            })
    void aPageIsNoFile(String header) {
        assertThat(FileType.of(Optional.of(header))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RIFF....WAVEfmt , audio/wav, wav",
        "ID3.abc, audio/mpeg, mp3",
        "\u00FF\u00FBabc, audio/mpeg, mp3",
        "OggSabc, audio/ogg, ogg",
        "\u00FF\u00D8\u00FFabc, image/jpeg, jpg",
        "\u0089PNGabc, image/png, png",
        "GIF89a, image/gif, gif",
        "anything, application/octet-stream, bin",
    })
    void withoutOneTheFirstBytesDo(String begin, String type, String extension) {
        assertThat(FileType.of(Optional.of("binary/octet-stream"))
                        .orElseThrow()
                        .recognized(begin.getBytes(StandardCharsets.ISO_8859_1)))
                .contains(new FileType(type, extension));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "  <?xml ?>", "{\"error\":1}", "\n{}"})
    void aPageInDisguiseIsNoFile(String begin) {
        for (Optional<String> header :
                List.of(Optional.<String>empty(), Optional.of("application/octet-stream"), Optional.of("nonsense"))) {
            assertThat(FileType.of(header).orElseThrow().recognized(begin.getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }
}
