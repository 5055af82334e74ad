package io.github.camelcallrail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPartTest {

    @ParameterizedTest
    @CsvSource({
        "call-1, call-1",
        "a_b, a_b",
        "CALabc, calabc-2ab2ccd11cb8dcb1",
        "con, con-79efadc39f16af1c",
        "é/../x, ____.x"
    })
    void safeTextsStayAsTheyAre(String text, String part) {
        assertThat(KeyPart.of(text))
                .matches("[a-z0-9_-]{1,57}")
                .startsWith(part.substring(0, 3).replaceAll("\\W", "_"));
    }

    @Test
    void differentTextsHaveDifferentParts() {
        List<String> texts = List.of(
                "",
                "a",
                "A",
                "é",
                "è",
                "a/b",
                "a_b",
                "nul",
                "com1",
                "k".repeat(40),
                "k".repeat(41),
                "k".repeat(4_000),
                KeyPart.of("A"));

        assertThat(texts.stream().map(KeyPart::of))
                .doesNotHaveDuplicates()
                .allMatch(part -> part.matches("[a-z0-9_-]{1,57}"));
    }
}
