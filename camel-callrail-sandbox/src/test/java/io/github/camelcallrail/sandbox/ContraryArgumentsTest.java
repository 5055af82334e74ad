package io.github.camelcallrail.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrary behavior on the command line of the sandbox. */
class ContraryArgumentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contrary=                           | ''",
                "contrary=sort-ignored               | SORT_IGNORED",
                "contrary=wrong-totals,sort-ignored  | SORT_IGNORED,WRONG_TOTALS",
                "contrary=no-totals, times-in-utc    | TIMES_IN_UTC,NO_TOTALS",
                "contrary=no-totals,no-totals        | NO_TOTALS",
            })
    void readsTheirIds(String argument, String names) {
        assertThat(SandboxArguments.parse(argument).contrary().stream()
                        .map(Enum::name)
                        .collect(Collectors.joining(",")))
                .isEqualTo(names);
    }

    @Test
    void readsAllOfThem() {
        String all = Arrays.stream(ContraryBehavior.values())
                .map(ContraryBehavior::id)
                .collect(Collectors.joining(","));

        assertThat(SandboxArguments.parse("port=0", "contrary=" + all, "live=5s")
                        .contrary())
                .containsExactly(ContraryBehavior.values());
        assertThat(SandboxArguments.parse().contrary()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contrary=sort_ignored", "contrary=SORT-IGNORED", "contrary=no-totals,", "contrary=all"})
    void rejectsAnythingElse(String argument) {
        assertThatThrownBy(() -> SandboxArguments.parse(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no contrary behavior '");
    }

    @Test
    void rejectsAMissingValueWithItsUsage() {
        assertThatThrownBy(() -> SandboxArguments.parse("contrary"))
                .hasMessageStartingWith(
                        "Usage: SandboxMain [port=8089] [live[=1m]] [contrary=NAME,NAME] [webhook=URL]. ")
                .hasMessageEndingWith("Not: [contrary]");
    }

    @Test
    void saysWhyItDoesNotStart() {
        RuntimeException failure =
                catchThrowableOfType(RuntimeException.class, () -> SandboxMain.start("port=0", "contrary=numeric-id"));

        assertThat(SandboxMain.explanation(failure))
                .startsWith("The sandbox cannot start: There is no contrary behavior 'numeric-id'."
                        + " Did you mean 'numeric-ids'? There are: ");
    }

    @Test
    void saysWhichAreOn() {
        try (CallRailSandbox contrary = SandboxMain.start("port=0", "contrary=wrong-totals,order-ignored");
                CallRailSandbox plain = SandboxMain.start("port=0")) {
            assertThat(description(contrary))
                    .contains("\nContrary:\n"
                            + "  order-ignored: the parameter order has no effect: a sorted list is descending\n"
                            + "  wrong-totals: total_records counts 7 more records than are listed, and total_pages their"
                            + " pages\n");
            assertThat(new Client(contrary)
                            .get("companies.json")
                            .json()
                            .path("total_records")
                            .asInt())
                    .isEqualTo(contrary.data().ids("companies").size() + 7);
            assertThat(description(plain)).doesNotContain("Contrary");
        }
    }

    private static String description(CallRailSandbox sandbox) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        SandboxMain.describe(sandbox, new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
