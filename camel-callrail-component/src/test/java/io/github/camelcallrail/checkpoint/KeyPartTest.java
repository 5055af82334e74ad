package io.github.camelcallrail.checkpoint;

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
        "CALabc, calabc-[0-9a-f]{16}",
        "con, con-[0-9a-f]{16}",
        "é/../x, _____x-[0-9a-f]{16}"
    })
    void safeTextsStayAsTheyAre(String text, String part) {
        assertThat(KeyPart.of(text)).matches(part);
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
