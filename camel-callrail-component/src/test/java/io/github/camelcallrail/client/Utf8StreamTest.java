package io.github.camelcallrail.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes come out as they went in, wherever reads cut them, or fail when they are no UTF-8. */
class Utf8StreamTest {

    private static final String TEXT = "\uFEFFa é \0 \uFFFF € \uD83D\uDE00\uDBFF\uDFFF ".repeat(500);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 4096, 1_000_000})
    void whateverIsReadAtOnceTheBytesAreTheSame(int most) throws IOException {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);

        assertThat(new Utf8Stream(pieces(bytes, most)).readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void bytesComeOneByOne() throws IOException {
        byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
        InputStream stream = new Utf8Stream(new ByteArrayInputStream(bytes));

        for (byte expected : bytes) {
            assertThat(stream.read()).isEqualTo(expected & 0xFF);
        }
        assertThat(stream.read()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4096})
    void aCharacterWithoutItsEndFails(int most) {
        for (String text : new String[] {"text é", "text €", "text \uD83D\uDE00"}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            byte[] cut = Arrays.copyOf(bytes, bytes.length - 1);

            assertThatThrownBy(() -> new Utf8Stream(pieces(cut, most)).readAllBytes())
                    .isInstanceOf(CharacterCodingException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4096})
    void whatOnlyJacksonWouldTakeFails(int most) {
        byte[] half = {'t', 'e', 'x', 't', (byte) 0xED, (byte) 0xA0, (byte) 0x80, ' '};
        byte[] tooLong = {'t', 'e', 'x', 't', (byte) 0xC0, (byte) 0xAF, ' '};

        for (byte[] bytes : new byte[][] {half, tooLong}) {
            assertThatThrownBy(() -> new Utf8Stream(pieces(bytes, most)).readAllBytes())
                    .isInstanceOf(CharacterCodingException.class);
        }
    }

    @Test
    void whatIsNotAsciiIsCheckedWhereverItStands() throws IOException {
        for (int before = 0; before < 40; before++) {
            for (int after = 0; after < 20; after++) {
                byte[] good = ("x".repeat(before) + "é" + "x".repeat(after)).getBytes(StandardCharsets.UTF_8);
                assertThat(new Utf8Stream(pieces(good, 4096)).readAllBytes()).isEqualTo(good);

                byte[] bad = good.clone();
                bad[before + 1] = 'x';
                assertThatThrownBy(() -> new Utf8Stream(pieces(bad, 4096)).readAllBytes())
                        .isInstanceOf(CharacterCodingException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void anotherEncodingFailsAtItsBeginning(String charset) {
        byte[] bytes = "{\"users\":[]}".getBytes(Charset.forName(charset));

        assertThatThrownBy(() -> new Utf8Stream(pieces(bytes, 1)).readNBytes(4))
                .isInstanceOf(CharacterCodingException.class);
    }

    private static InputStream pieces(byte[] bytes, int most) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, most));
            }
        };
    }
}
